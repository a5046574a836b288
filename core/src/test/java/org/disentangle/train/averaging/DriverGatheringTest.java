// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.NetworkState;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.averaging.Averaging.StateGathering.RoundResult;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stopped;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class DriverGatheringTest {

  private static final int WORKERS = 11;

  /** Two workers have huge values that cancel: what is left depends on the order of adding. */
  private static TrainingState state(int worker) {
    SplittableRandom random = new SplittableRandom(worker);
    float[] parameters = new float[5000];
    float huge = worker == 2 ? 1e20f : worker == 7 ? -1e20f : 0;
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = huge + (float) random.nextGaussian();
    }
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    networks.put("G", new NetworkState(parameters, new float[] {worker, -0f}, 3));
    return new TrainingState(7, networks);
  }

  private static Tuple2<byte[], StateArrays> stepped(int worker) {
    TrainingState state = state(worker);
    Stepped report = new Stepped(state.outline(), new double[] {worker}, new long[] {1}, 1);
    return new Tuple2<>(report.encode(), new StateArrays(state.arrays()));
  }

  private static JavaRDD<Tuple2<byte[], StateArrays>> workers() {
    List<Integer> workers = IntStream.range(0, WORKERS).boxed().toList();
    return JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext())
        .parallelize(workers, WORKERS)
        .map(DriverGatheringTest::stepped);
  }

  private static double[] plainMean() {
    double[] sum = new double[5000];
    for (int worker = 0; worker < WORKERS; worker++) {
      float[] parameters = state(worker).network("G").parameters();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += parameters[i];
      }
    }
    return sum;
  }

  @Test
  void addsUpInWorkerOrderAndLeavesNothing() {
    JavaRDD<Tuple2<byte[], StateArrays>> workers = workers();
    RoundResult result = new DriverGathering(SingularVectors.NONE, WORKERS).gather(workers);
    double[] sum = plainMean();
    float[] mean = result.mean().orElseThrow().network("G").parameters();
    for (int i = 0; i < sum.length; i++) {
      assertEquals((float) (sum[i] / WORKERS), mean[i]);
    }
    for (int worker = 0; worker < WORKERS; worker++) {
      assertArrayEquals(
          new double[] {worker}, ((Stepped) result.reports().get(worker)).lossSums());
      assertEquals(Optional.empty(), DriverGathering.left(workers, worker));
    }
    workers.unpersist(true);
  }

  @Test
  void howManyComeTogetherDoesNotMatter() {
    List<TrainingState> states =
        IntStream.range(0, WORKERS).mapToObj(DriverGatheringTest::state).toList();
    TrainingState atOnce = Averaging.average(states);
    for (List<Integer> parts : List.of(List.of(1, 3, 5, 2), List.of(4, 4, 3), List.of(10, 1))) {
      RunningMean mean = new RunningMean(SingularVectors.NONE);
      int from = 0;
      for (int part : parts) {
        mean.add(states.subList(from, from + part));
        from += part;
      }
      assertEquals(atOnce, mean.mean());
    }
    List<TrainingState> reversed = new ArrayList<>(states);
    Collections.reverse(reversed);
    assertNotEquals(atOnce, Averaging.average(reversed));
  }

  @Test
  void aWorkerThatStoppedLeavesNoMean() {
    JavaRDD<Tuple2<byte[], StateArrays>> workers =
        workers()
            .mapPartitionsWithIndex(
                (worker, own) ->
                    worker == 9
                        ? List.of(
                                new Tuple2<>(
                                    ((WorkerReport) new Stopped(false, 3, "loss D is NaN"))
                                        .encode(),
                                    new StateArrays(new float[0][])))
                            .iterator()
                        : own,
                true);
    RoundResult result = new DriverGathering(SingularVectors.NONE, WORKERS).gather(workers);
    assertEquals(Optional.empty(), result.mean());
    assertEquals(new Stopped(false, 3, "loss D is NaN"), result.reports().get(9));
    workers.unpersist(true);
  }
}
