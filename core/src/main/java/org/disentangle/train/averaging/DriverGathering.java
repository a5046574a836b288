// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.BlockManager;
import org.apache.spark.storage.BlockResult;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.net.SpareArrays;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingState;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.disentangle.train.averaging.Averaging.WorkerReport;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import scala.Function1;
import scala.Option;
import scala.Tuple2;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.concurrent.ExecutionContext;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * All states come to the driver, which adds them up in worker order while other workers still step:
 * one stage. The result of a task would be written, copied and read several times over; so a task
 * leaves its state with Spark's block manager, from where the driver takes it: as it is in the same
 * JVM, else in one transfer. The arrays of what was added up serve states to come; the blocks go
 * together when the round has ended, since Spark reports removing one of them on its own and then
 * the rest as an error.
 *
 * @param numWorkers logical workers
 */
record DriverGathering(SingularVectors vectors, int numWorkers) implements StateGathering {

  /** States that are taken and added up together. */
  private static final int TOGETHER = 4;

  @Override
  public RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers) {
    workers.persist(StorageLevel.MEMORY_AND_DISK());
    BlockingQueue<Optional<Reported>> arriving = new LinkedBlockingQueue<>();
    SimpleFutureAction<BoxedUnit> job = start(workers, arriving);
    Arrivals arrivals = new Arrivals(workers);
    try {
      for (Optional<Reported> next = arriving.take(); next.isPresent(); next = arriving.take()) {
        arrivals.accept(next.get());
      }
      job.value().get().get(); // throws what ended the job
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The round was interrupted", e);
    } finally {
      job.cancel(); // no effect on one that has ended
    }
    return arrivals.end();
  }

  /** A worker's report, as it comes. */
  private record Reported(int worker, byte[] report) {}

  /** Reports go into the queue as tasks end, and an empty one when the job has ended. */
  private static SimpleFutureAction<BoxedUnit> start(
      JavaRDD<Tuple2<byte[], StateArrays>> workers, BlockingQueue<Optional<Reported>> arriving) {
    List<Object> partitions = new ArrayList<>();
    IntStream.range(0, workers.getNumPartitions()).forEach(partitions::add);
    SimpleFutureAction<BoxedUnit> job =
        workers
            .context()
            .submitJob(
                workers.rdd(),
                new ReportOf(),
                JavaConverters.asScalaBuffer(partitions).toSeq(),
                (worker, report) -> {
                  arriving.add(Optional.of(new Reported((Integer) worker, report)));
                  return BoxedUnit.UNIT;
                },
                () -> BoxedUnit.UNIT);
    job.onComplete(
        ended -> arriving.add(Optional.empty()), ExecutionContext.fromExecutor(Runnable::run));
    return job;
  }

  /** What a task sends to the driver. */
  private static final class ReportOf
      implements Function1<Iterator<Tuple2<byte[], StateArrays>>, byte[]>, Serializable {

    private static final long serialVersionUID = 1L;

    @Override
    public byte[] apply(Iterator<Tuple2<byte[], StateArrays>> worker) {
      return worker.next()._1();
    }
  }

  /** The reports that have come, and the mean of the states that were taken. */
  private final class Arrivals {
    private final JavaRDD<Tuple2<byte[], StateArrays>> workers;
    private final WorkerReport[] reports;
    private final RunningMean mean = new RunningMean(vectors);
    private boolean taking = true;
    private int ready;
    private int taken;

    private Arrivals(JavaRDD<Tuple2<byte[], StateArrays>> workers) {
      this.workers = workers;
      reports = new WorkerReport[numWorkers];
    }

    private void accept(Reported reported) {
      reports[reported.worker()] = WorkerReport.decode(reported.report());
      while (ready < numWorkers && reports[ready] instanceof Stepped) {
        ready++;
      }
      while (taking && ready - taken >= TOGETHER) {
        taking = take(taken + TOGETHER, false);
      }
    }

    private RoundResult end() {
      List<WorkerReport> all = List.of(reports);
      if (ready < numWorkers) {
        return new RoundResult(all, Optional.empty());
      }
      if (numWorkers == 1) {
        return new RoundResult(all, Optional.of(states(1, true).orElseThrow().get(0)));
      }
      while (taken < numWorkers) {
        take(Math.min(numWorkers, taken + TOGETHER), true);
      }
      TrainingState result = mean.mean();
      SpareArrays.give(mean.first());
      return new RoundResult(all, Optional.of(result));
    }

    /**
     * Adds up the states of the next workers, up to and without one.
     *
     * @param again as {@link #states}
     * @return whether all were there; if not, none was taken
     */
    private boolean take(int to, boolean again) {
      Optional<List<TrainingState>> states = states(to, again);
      states.ifPresent(
          found -> {
            mean.add(found);
            taken = to;
            found.stream().filter(state -> state != mean.first()).forEach(SpareArrays::give);
          });
      return states.isPresent();
    }

    /**
     * The states of the next workers, up to and without one; empty if one is not there.
     *
     * @param again whether what an executor left that is lost by now is computed again, to the same
     *     bits; no other job runs then
     */
    private Optional<List<TrainingState>> states(int to, boolean again) {
      ClassLoader classes = Thread.currentThread().getContextClassLoader();
      List<Optional<StateArrays>> left =
          IntStream.range(taken, to)
              .parallel()
              .mapToObj(worker -> left(workers, worker, classes))
              .toList();
      if (!again && !left.stream().allMatch(Optional::isPresent)) {
        return Optional.empty();
      }
      List<TrainingState> states = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        int worker = taken + i;
        StateArrays arrays = left.get(i).orElseGet(() -> again(workers, worker));
        states.add(((Stepped) reports[worker]).end().with(arrays.arrays()));
      }
      return Optional.of(states);
    }
  }

  /**
   * Empty if its executor is lost. What comes from another JVM is read with these classes: a thread
   * of the common pool does not see those of a submitted jar.
   */
  private static Optional<StateArrays> left(
      JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker, ClassLoader classes) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(classes);
    try {
      return left(workers, worker);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Empty if its executor is lost. */
  static Optional<StateArrays> left(JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
    Option<BlockResult> found = blocks().get(block(workers, worker), ClassTag$.MODULE$.AnyRef());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Tuple2<?, ?> element = (Tuple2<?, ?>) found.get().data().next();
    found.get().data().hasNext(); // at its end the block is given free
    return Optional.of((StateArrays) element._2());
  }

  static StateArrays again(JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
    return workers.collectPartitions(new int[] {worker})[0].get(0)._2();
  }

  private static BlockManager blocks() {
    return SparkEnv.get().blockManager();
  }

  private static RDDBlockId block(JavaRDD<?> workers, int worker) {
    return new RDDBlockId(workers.id(), worker);
  }
}
