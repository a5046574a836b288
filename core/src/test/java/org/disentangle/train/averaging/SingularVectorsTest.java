// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.Network;
import org.disentangle.net.Network.Stretch;
import org.disentangle.net.NetworkState;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.ShuffledGathering.StateCuts;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import scala.Tuple2;

/** Workers whose singular vectors point in opposite directions mean the same. */
class SingularVectorsTest {

  private static final InfoGanProcedure PROCEDURE = TinyNetworks.procedure(1);
  private static final TrainingState START = PROCEDURE.initialState(5);
  private static final StateOutline OUTLINE = START.outline();
  private static final SingularVectors VECTORS =
      SingularVectors.of(PROCEDURE.architectures(), OUTLINE);

  /** The state with every singular vector of D and H turned round. */
  private static TrainingState turned(TrainingState state) {
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state
        .networks()
        .forEach(
            (name, network) -> {
              float[] parameters = network.parameters().clone();
              for (Stretch stretch : stretches(name)) {
                for (int i = stretch.from(); i < stretch.to(); i++) {
                  parameters[i] = -parameters[i];
                }
              }
              networks.put(
                  name,
                  new NetworkState(parameters, network.updaterState().clone(), network.updates()));
            });
    return new TrainingState(state.iteration(), networks);
  }

  private static List<Stretch> stretches(String network) {
    return Network.singularVectors(PROCEDURE.architectures().get(network));
  }

  /** They are what power iteration moves, and nothing else. */
  @Test
  void theirPlacesAreThoseOfTheSpectralNorms() {
    assertEquals(List.of(), stretches("G"));
    assertEquals(
        List.of(1, 3, 4, 6, 7, 10),
        stretches("D").stream().map(stretch -> stretch.to() - stretch.from()).sorted().toList());
    try (Network d =
        new Network(
            PROCEDURE.networks().discriminator(),
            PROCEDURE.optimisers().discriminator(),
            DataType.FLOAT,
            0)) {
      d.load(START.network("D"));
      d.prepare();
      d.commit();
      float[] before = START.network("D").parameters();
      float[] after = d.save().parameters();
      boolean[] moves = new boolean[before.length];
      stretches("D").forEach(stretch -> Arrays.fill(moves, stretch.from(), stretch.to(), true));
      for (int i = 0; i < before.length; i++) {
        assertEquals(moves[i], before[i] != after[i], "value " + i);
      }
    }
  }

  @Test
  void oppositeOnesAreAveragedAsIfTheyWereAlike() {
    TrainingState mean = Averaging.average(List.of(START, turned(START), START), VECTORS);
    assertEquals(START, mean);
    TrainingState lost = Averaging.average(List.of(START, turned(START)));
    assertNotEquals(START, lost);
    for (Stretch stretch : stretches("D")) {
      for (int i = stretch.from(); i < stretch.to(); i++) {
        assertEquals(0, lost.network("D").parameters()[i]);
      }
    }
  }

  /** Wherever it is cut: a slice never parts a vector. */
  @Test
  void executorsAverageLikeTheDriver() {
    JavaSparkContext spark =
        JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
    TrainingState other = turned(PROCEDURE.initialState(6));
    List<Tuple2<byte[], StateArrays>> workers = new ArrayList<>();
    for (TrainingState state : List.of(START, turned(START), other)) {
      Stepped report = new Stepped(OUTLINE, new double[0], new long[0], 1);
      workers.add(new Tuple2<>(report.encode(), new StateArrays(state.arrays())));
    }
    StateGathering driver = new DriverGathering(VECTORS, 3);
    StateGathering executors = new ShuffledGathering(3, 2, StateCuts.of(OUTLINE, VECTORS, 50));
    JavaRDD<Tuple2<byte[], StateArrays>> persisted = spark.parallelize(workers, 3);
    TrainingState mean = driver.gather(persisted).mean().orElseThrow();
    persisted.unpersist(true);
    assertEquals(mean, executors.gather(spark.parallelize(workers, 3)).mean().orElseThrow());
    assertNotEquals(START, mean);
  }

  @Test
  void cutsCoverEveryArrayAndPartNoVector() {
    for (int length : new int[] {1, 7, 50, 1 << 20}) {
      int[] at = new int[OUTLINE.lengths().size()];
      int vectors = 0;
      for (StateCuts.Slice slice : StateCuts.of(OUTLINE, VECTORS, length).slices()) {
        assertEquals(at[slice.array()], slice.from());
        assertTrue(slice.to() > slice.from());
        at[slice.array()] = slice.to();
        vectors += slice.vectors().size();
      }
      assertArrayEquals(OUTLINE.lengths().stream().mapToInt(i -> i).toArray(), at);
      assertEquals(stretches("D").size() + stretches("H").size(), vectors);
    }
  }
}
