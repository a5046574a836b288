// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.BlockResult;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.ShuffledGathering.StateCuts;
import scala.Option;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/**
 * The mean of the workers' states: parameters and optimiser state, summed in double. What workers
 * report, and how reports and states come to the driver, is nested here.
 */
public final class Averaging {

  /** Values that one thread adds up at a time; their sums stay in the cache. */
  private static final int BLOCK = 1 << 12;

  private Averaging() {}

  /**
   * Averages element by element, adding in list order; one state alone is returned as it is.
   *
   * @throws IllegalStateException if the states do not have the same networks, sizes and counters
   */
  public static TrainingState average(List<TrainingState> states) {
    return average(states, SingularVectors.NONE);
  }

  /** The same with singular vectors of one sign; turns those round in the states' own arrays. */
  static TrainingState average(List<TrainingState> states, SingularVectors vectors) {
    if (states.size() == 1) {
      return states.get(0);
    }
    StateOutline outline = common(states.stream().map(TrainingState::outline).toList());
    List<float[][]> copies = states.stream().map(TrainingState::arrays).toList();
    float[][] means = new float[outline.lengths().size()][];
    for (int i = 0; i < means.length; i++) {
      int array = i;
      List<float[]> own = copies.stream().map(arrays -> arrays[array]).toList();
      SingularVectors.align(own, vectors.in(array));
      means[i] = mean(own);
    }
    return outline.with(means);
  }

  /**
   * The outline that all copies have.
   *
   * @throws IllegalStateException if they differ
   */
  static StateOutline common(List<StateOutline> copies) {
    if (copies.stream().distinct().count() > 1) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
          The workers' states are %s; expected the same networks, sizes and optimiser steps in each.
          A procedure must not skip updates depending on the data, nor change its networks between switches.""",
              copies));
    }
    return copies.get(0);
  }

  /** The mean of arrays of one length, added in list order in double. */
  static float[] mean(List<float[]> copies) {
    float[] mean = new float[copies.get(0).length];
    IntStream.range(0, (mean.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> mean(copies, mean, block * BLOCK));
    return mean;
  }

  private static void mean(List<float[]> copies, float[] mean, int from) {
    double[] sum = new double[Math.min(BLOCK, mean.length - from)];
    int copy = 0;
    for (; copy <= copies.size() - 4; copy += 4) {
      addFour(copies.subList(copy, copy + 4), from, sum);
    }
    for (; copy < copies.size(); copy++) {
      float[] one = copies.get(copy);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += one[from + i];
      }
    }
    for (int i = 0; i < sum.length; i++) {
      mean[from + i] = (float) (sum[i] / copies.size());
    }
  }

  /** In the same order as one after the other, with a fourth of the reads and writes of the sum. */
  private static void addFour(List<float[]> copies, int from, double[] sum) {
    float[] first = copies.get(0);
    float[] second = copies.get(1);
    float[] third = copies.get(2);
    float[] fourth = copies.get(3);
    for (int i = 0; i < sum.length; i++) {
      int at = from + i;
      sum[i] = sum[i] + first[at] + second[at] + third[at] + fourth[at];
    }
  }

  /** How the workers' states become their mean on the driver; the mean is the same bit by bit. */
  public interface StateGathering {

    /** Bytes of all workers' states that the driver still takes at once. */
    long MOST_BYTES_ON_DRIVER = 256L << 20;

    /**
     * Runs the workers. What is persisted for it is the caller's to release.
     *
     * @param workers one element per partition: a report and the arrays of a state, none if it
     *     diverged
     */
    RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers);

    /** The faster way for small states, the frugal one for large states and many workers. */
    static StateGathering of(
        StateOutline start, SingularVectors vectors, int numWorkers, long mostBytesOnDriver) {
      long bytes = Float.BYTES * start.lengths().stream().mapToLong(Integer::longValue).sum();
      return bytes * numWorkers <= mostBytesOnDriver
          ? new DriverGathering(vectors)
          : ShuffledGathering.of(numWorkers, bytes, StateCuts.of(start, vectors));
    }

    static List<WorkerReport> decoded(List<byte[]> reports) {
      return reports.stream().map(WorkerReport::decode).toList();
    }

    static boolean allStepped(List<WorkerReport> reports) {
      return reports.stream().allMatch(Stepped.class::isInstance);
    }

    /**
     * All states come to the driver, which averages them: one stage. The result of a task would be
     * written, copied and read several times over; so a task leaves its state with Spark's block
     * manager, from where the driver takes it: as it is in the same JVM, else in one transfer.
     */
    record DriverGathering(SingularVectors vectors) implements StateGathering {

      @Override
      public RoundResult gather(JavaRDD<Tuple2<byte[], StateArrays>> workers) {
        workers.persist(StorageLevel.MEMORY_AND_DISK());
        List<WorkerReport> reports = StateGathering.decoded(workers.map(Tuple2::_1).collect());
        if (!StateGathering.allStepped(reports)) {
          return new RoundResult(reports, Optional.empty());
        }
        List<Optional<StateArrays>> left =
            IntStream.range(0, reports.size())
                .parallel()
                .mapToObj(worker -> left(workers, worker))
                .toList();
        List<TrainingState> states = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
          int worker = i;
          StateArrays arrays = left.get(i).orElseGet(() -> again(workers, worker));
          states.add(((Stepped) reports.get(i)).end().with(arrays.arrays()));
        }
        return new RoundResult(reports, Optional.of(Averaging.average(states, vectors)));
      }

      /** Empty if its executor is lost. */
      static Optional<StateArrays> left(JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
        Option<BlockResult> block =
            SparkEnv.get()
                .blockManager()
                .get(new RDDBlockId(workers.id(), worker), ClassTag$.MODULE$.AnyRef());
        if (block.isEmpty()) {
          return Optional.empty();
        }
        Tuple2<?, ?> element = (Tuple2<?, ?>) block.get().data().next();
        block.get().data().hasNext(); // at its end the block is given free
        return Optional.of((StateArrays) element._2());
      }

      /** What an executor left that is lost by now is computed again, to the same bits. */
      static StateArrays again(JavaRDD<Tuple2<byte[], StateArrays>> workers, int worker) {
        return workers.collectPartitions(new int[] {worker})[0].get(0)._2();
      }
    }

    /**
     * What a round came to.
     *
     * @param reports one per worker, in worker order
     * @param mean of the workers' states; empty if a worker diverged
     */
    record RoundResult(List<WorkerReport> reports, Optional<TrainingState> mean) {}
  }

  /** What one logical worker reports of one round, beside the arrays of its state. */
  public sealed interface WorkerReport {

    /**
     * All steps were taken and everything is finite.
     *
     * @param end of the worker's state
     * @param lossSums sum over the steps in which the loss was active, in the procedure's order
     * @param lossCounts number of those steps
     * @param stepNanos nanoseconds spent in steps
     */
    record Stepped(StateOutline end, double[] lossSums, long[] lossCounts, long stepNanos)
        implements WorkerReport {}

    /**
     * A loss or parameter is not what it may be.
     *
     * @param collapsed whether a loss is below its floor; else something is NaN or infinite
     * @param what "loss D is NaN"
     */
    record Stopped(boolean collapsed, long iteration, String what) implements WorkerReport {}

    default byte[] encode() {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(bytes)) {
        if (this instanceof Stepped stepped) {
          out.writeBoolean(true);
          stepped.end.write(out);
          out.writeInt(stepped.lossSums.length);
          for (int i = 0; i < stepped.lossSums.length; i++) {
            out.writeDouble(stepped.lossSums[i]);
            out.writeLong(stepped.lossCounts[i]);
          }
          out.writeLong(stepped.stepNanos);
        } else if (this instanceof Stopped stopped) {
          out.writeBoolean(false);
          out.writeBoolean(stopped.collapsed);
          out.writeLong(stopped.iteration);
          out.writeUTF(stopped.what);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    static WorkerReport decode(byte[] bytes) {
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
        if (!in.readBoolean()) {
          return new Stopped(in.readBoolean(), in.readLong(), in.readUTF());
        }
        StateOutline end = StateOutline.read(in);
        int losses = in.readInt();
        double[] sums = new double[losses];
        long[] counts = new long[losses];
        for (int i = 0; i < losses; i++) {
          sums[i] = in.readDouble();
          counts[i] = in.readLong();
        }
        return new Stepped(end, sums, counts, in.readLong());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
