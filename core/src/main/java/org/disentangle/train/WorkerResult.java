package org.disentangle.train;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.disentangle.net.TrainingState;

/** What one logical worker reports of one round, as bytes between JVMs. */
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

  default byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      if (this instanceof Stepped stepped) {
        out.writeBoolean(true);
        out.writeInt(stepped.lossSums.length);
        for (int i = 0; i < stepped.lossSums.length; i++) {
          out.writeDouble(stepped.lossSums[i]);
          out.writeLong(stepped.lossCounts[i]);
        }
        out.writeLong(stepped.stepNanos);
        StateCodec.write(stepped.state, out);
      } else if (this instanceof Diverged diverged) {
        out.writeBoolean(false);
        out.writeLong(diverged.iteration);
        out.writeUTF(diverged.what);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static WorkerResult decode(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (!in.readBoolean()) {
        return new Diverged(in.readLong(), in.readUTF());
      }
      int losses = in.readInt();
      double[] sums = new double[losses];
      long[] counts = new long[losses];
      for (int i = 0; i < losses; i++) {
        sums[i] = in.readDouble();
        counts[i] = in.readLong();
      }
      long stepNanos = in.readLong();
      return new Stepped(StateCodec.read(in), sums, counts, stepNanos);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
