package org.disentangle.train.averaging;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.disentangle.net.TrainingState.StateOutline;

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
