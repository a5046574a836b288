package org.disentangle.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.disentangle.net.TrainingState;
import scala.Tuple2;

/** What one logical worker reports of one round. */
sealed interface WorkerResult {

  /**
   * All steps were taken and everything is finite.
   *
   * @param lossSums sum over the steps in which the loss was active, in the procedure's order
   * @param lossCounts number of those steps
   * @param stepNanos nanoseconds spent in steps
   */
  record Stepped(TrainingState state, double[] lossSums, long[] lossCounts, long stepNanos)
      implements WorkerResult {}

  /**
   * A loss or parameter is NaN or infinite.
   *
   * @param what "loss D is NaN"
   */
  record Diverged(long iteration, String what) implements WorkerResult {}

  /** The result in a form that crosses JVMs: a few bytes, and the arrays of the state if any. */
  default Tuple2<byte[], float[][]> takenApart() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    float[][] arrays = new float[0][];
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (this instanceof Stepped stepped) {
        out.writeBoolean(true);
        StateOutline.of(stepped.state).write(out);
        out.writeInt(stepped.lossSums.length);
        for (int i = 0; i < stepped.lossSums.length; i++) {
          out.writeDouble(stepped.lossSums[i]);
          out.writeLong(stepped.lossCounts[i]);
        }
        out.writeLong(stepped.stepNanos);
        arrays = StateOutline.arrays(stepped.state);
      } else if (this instanceof Diverged diverged) {
        out.writeBoolean(false);
        out.writeLong(diverged.iteration);
        out.writeUTF(diverged.what);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Tuple2<>(bytes.toByteArray(), arrays);
  }

  /** The result that was taken apart; keeps the arrays. */
  static WorkerResult of(Tuple2<byte[], float[][]> taken) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(taken._1()))) {
      if (!in.readBoolean()) {
        return new Diverged(in.readLong(), in.readUTF());
      }
      StateOutline outline = StateOutline.read(in);
      int losses = in.readInt();
      double[] sums = new double[losses];
      long[] counts = new long[losses];
      for (int i = 0; i < losses; i++) {
        sums[i] = in.readDouble();
        counts[i] = in.readLong();
      }
      return new Stepped(outline.with(taken._2()), sums, counts, in.readLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
