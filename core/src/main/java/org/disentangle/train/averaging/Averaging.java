// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.net.StateArrays;
import org.disentangle.net.TrainingState;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.train.averaging.Averaging.WorkerReport.Stepped;
import org.disentangle.train.averaging.ShuffledGathering.StateCuts;
import scala.Tuple2;

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
    RunningMean mean = new RunningMean(vectors);
    mean.add(states);
    return mean.mean();
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
    double[] sum = new double[copies.get(0).length];
    add(copies, sum, false);
    return divided(sum, copies.size());
  }

  /**
   * Adds arrays to sums, as many threads as the JVM likes, each value in list order.
   *
   * @param first whether these are the first; what the sums hold does not count then
   */
  static void add(List<float[]> copies, double[] sum, boolean first) {
    blocks(sum.length)
        .forEach(
            block -> {
              int from = block * BLOCK;
              if (first) {
                Arrays.fill(sum, from, end(from, sum.length), 0);
              }
              add(copies, sum, from);
            });
  }

  private static IntStream blocks(int length) {
    return IntStream.range(0, (length + BLOCK - 1) / BLOCK).parallel();
  }

  private static int end(int from, int length) {
    return Math.min(length, from + BLOCK);
  }

  private static void add(List<float[]> copies, double[] sum, int from) {
    int to = end(from, sum.length);
    int copy = 0;
    for (; copy <= copies.size() - 4; copy += 4) {
      addFour(copies.subList(copy, copy + 4), sum, from, to);
    }
    for (; copy < copies.size(); copy++) {
      float[] one = copies.get(copy);
      for (int i = from; i < to; i++) {
        sum[i] += one[i];
      }
    }
  }

  /** In the same order as one after the other, with a fourth of the reads and writes of the sum. */
  private static void addFour(List<float[]> copies, double[] sum, int from, int to) {
    float[] first = copies.get(0);
    float[] second = copies.get(1);
    float[] third = copies.get(2);
    float[] fourth = copies.get(3);
    for (int i = from; i < to; i++) {
      sum[i] = sum[i] + first[i] + second[i] + third[i] + fourth[i];
    }
  }

  static float[] divided(double[] sum, int count) {
    float[] quotients = new float[sum.length];
    blocks(sum.length)
        .forEach(
            block -> {
              int from = block * BLOCK;
              for (int i = from; i < end(from, sum.length); i++) {
                quotients[i] = (float) (sum[i] / count);
              }
            });
    return quotients;
  }

  /** How the workers' states become their mean on the driver; the mean is the same bit by bit. */
  public interface StateGathering {

    /** Bytes of all workers' states that still go to the driver. */
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
          ? new DriverGathering(vectors, numWorkers)
          : ShuffledGathering.of(numWorkers, bytes, StateCuts.of(start, vectors));
    }

    static List<WorkerReport> decoded(List<byte[]> reports) {
      return reports.stream().map(WorkerReport::decode).toList();
    }

    static boolean allStepped(List<WorkerReport> reports) {
      return reports.stream().allMatch(Stepped.class::isInstance);
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
