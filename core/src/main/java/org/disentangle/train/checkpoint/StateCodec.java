package org.disentangle.train.checkpoint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;

/**
 * The binary form of a training state in a checkpoint: float arrays as big-endian blocks, exact to
 * the bit.
 */
final class StateCodec {

  private static final int FLOATS_AT_ONCE = 1 << 14;

  private StateCodec() {}

  static void write(TrainingState state, DataOutput out) throws IOException {
    out.writeLong(state.iteration());
    out.writeInt(state.networks().size());
    for (Map.Entry<String, NetworkState> network : state.networks().entrySet()) {
      out.writeUTF(network.getKey());
      out.writeInt(network.getValue().updates());
      writeFloats(network.getValue().parameters(), out);
      writeFloats(network.getValue().updaterState(), out);
    }
  }

  static TrainingState read(DataInput in) throws IOException {
    long iteration = in.readLong();
    int count = in.readInt();
    SortedMap<String, NetworkState> networks = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      int updates = in.readInt();
      networks.put(name, new NetworkState(readFloats(in), readFloats(in), updates));
    }
    return new TrainingState(iteration, networks);
  }

  private static void writeFloats(float[] values, DataOutput out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(Math.min(values.length, FLOATS_AT_ONCE) * Float.BYTES);
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int length = Math.min(FLOATS_AT_ONCE, values.length - from);
      buffer.asFloatBuffer().put(values, from, length);
      out.write(buffer.array(), 0, length * Float.BYTES);
    }
  }

  private static float[] readFloats(DataInput in) throws IOException {
    float[] values = new float[in.readInt()];
    ByteBuffer buffer = ByteBuffer.allocate(Math.min(values.length, FLOATS_AT_ONCE) * Float.BYTES);
    for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
      int length = Math.min(FLOATS_AT_ONCE, values.length - from);
      in.readFully(buffer.array(), 0, length * Float.BYTES);
      buffer.asFloatBuffer().get(values, from, length);
    }
    return values;
  }
}
