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
import org.apache.spark.api.java.JavaRDD;
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
    double[] sum = new double[copies.get(0).length];
    for (float[] copy : copies) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += copy[i];
      }
    }
    float[] mean = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      mean[i] = (float) (sum[i] / copies.size());
    }
    return mean;
  }

  /** How the workers' states become their mean on the driver; the mean is the same bit by bit. */
  public interface StateGathering {

    /** Bytes of all workers' states that the driver still takes at once. */
    long MOST_BYTES_ON_DRIVER = 256L << 20;

    /**
     * Runs the workers.
     *
     * @param workers one element a partition: a report and the arrays of a state, none if diverged
     */
    RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers);

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

    /** All states come to the driver, which averages them: one stage. */
    record DriverGathering(SingularVectors vectors) implements StateGathering {

      @Override
      public RoundResult gather(JavaRDD<Tuple2<byte[], float[][]>> workers) {
        List<Tuple2<byte[], float[][]>> results = workers.collect();
        List<WorkerReport> reports =
            StateGathering.decoded(results.stream().map(Tuple2::_1).toList());
        if (!StateGathering.allStepped(reports)) {
          return new RoundResult(reports, Optional.empty());
        }
        List<TrainingState> states = new ArrayList<>();
        for (int worker = 0; worker < reports.size(); worker++) {
          states.add(((Stepped) reports.get(worker)).end().with(results.get(worker)._2()));
        }
        return new RoundResult(reports, Optional.of(Averaging.average(states, vectors)));
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
