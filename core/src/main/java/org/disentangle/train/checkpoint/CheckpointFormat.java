// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.checkpoint.CheckpointStore.Checkpoint;

/**
 * The bytes of a checkpoint file: magic, version, length of the body, body, CRC-32C of the body.
 * Body: fingerprint parts, whole-round flag, history, state, and behind it {@link Sections} that
 * not every run has. A reader passes over those that it does not know.
 */
final class CheckpointFormat {

  private static final int MAGIC = 0x44534743;
  private static final int VERSION = 1;

  private CheckpointFormat() {}

  static void write(Checkpoint checkpoint, DataOutputStream out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32C());
    DataOutputStream body = new DataOutputStream(checked);
    Map<String, String> parts = checkpoint.fingerprint().parts();
    body.writeInt(parts.size());
    for (Map.Entry<String, String> part : parts.entrySet()) {
      body.writeUTF(part.getKey());
      writeText(part.getValue(), body);
    }
    body.writeBoolean(checkpoint.wholeRound());
    writeHistory(checkpoint.history(), body);
    StateCodec.write(checkpoint.state(), body);
    Sections.write(checkpoint, body);
    out.writeInt(MAGIC);
    out.writeInt(VERSION);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
    out.writeLong(checked.getChecksum().getValue());
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if the file is truncated, damaged or something else
   * @throws IllegalArgumentException if a newer version of the library wrote it
   */
  static Checkpoint read(DataInputStream in) throws IOException {
    try {
      return readWhole(in);
    } catch (EOFException e) {
      throw new IOException("the file ends early", e);
    }
  }

  private static Checkpoint readWhole(DataInputStream in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("the file does not begin like a checkpoint");
    }
    int version = in.readInt();
    if (version < 1) {
      throw new IOException(String.format(Locale.ROOT, "the format version is %d", version));
    }
    if (version > VERSION) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The checkpoint has format version %d; this version of the library reads up to %d",
              version,
              VERSION),
          "Resume with the version that wrote it.");
    }
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("the length is negative");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length || in.readLong() != crc(bytes)) {
      throw new IOException("the checksum does not fit the contents");
    }
    DataInputStream body = new DataInputStream(new ByteArrayInputStream(bytes));
    Map<String, String> parts = new LinkedHashMap<>();
    for (int i = body.readInt(); i > 0; i--) {
      parts.put(body.readUTF(), readText(body));
    }
    boolean wholeRound = body.readBoolean();
    History history = readHistory(body);
    TrainingState state = StateCodec.read(body);
    return Sections.read(body, new Checkpoint(new Fingerprint(parts), wholeRound, state, history));
  }

  private static void writeHistory(History history, DataOutput out) throws IOException {
    out.writeInt(history.lossNames().size());
    for (String name : history.lossNames()) {
      out.writeUTF(name);
    }
    out.writeInt(history.rounds().size());
    for (RoundRecord round : history.rounds()) {
      out.writeLong(round.round());
      out.writeLong(round.iteration());
      out.writeLong(round.images());
      out.writeDouble(round.seconds());
      out.writeDouble(round.imagesPerSecond());
      out.writeDouble(round.averagingShare());
      for (String name : history.lossNames()) {
        Double mean = round.losses().get(name);
        out.writeDouble(mean == null ? Double.NaN : mean);
      }
    }
  }

  private static History readHistory(DataInput in) throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      names.add(in.readUTF());
    }
    List<RoundRecord> rounds = new ArrayList<>();
    for (int i = in.readInt(); i > 0; i--) {
      long round = in.readLong();
      long iteration = in.readLong();
      long images = in.readLong();
      double seconds = in.readDouble();
      double imagesPerSecond = in.readDouble();
      double averagingShare = in.readDouble();
      Map<String, Double> losses = new LinkedHashMap<>();
      for (String name : names) {
        double mean = in.readDouble();
        if (!Double.isNaN(mean)) {
          losses.put(name, mean);
        }
      }
      rounds.add(
          new RoundRecord(
              round, iteration, losses, images, seconds, imagesPerSecond, averagingShare));
    }
    return new History(names, rounds);
  }

  static void writeText(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static long crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return crc.getValue();
  }

  /**
   * The binary form of a training state in a checkpoint: float arrays as big-endian blocks, exact
   * to the bit.
   */
  static final class StateCodec {

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
      ByteBuffer buffer =
          ByteBuffer.allocate(Math.min(values.length, FLOATS_AT_ONCE) * Float.BYTES);
      for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
        int length = Math.min(FLOATS_AT_ONCE, values.length - from);
        buffer.asFloatBuffer().put(values, from, length);
        out.write(buffer.array(), 0, length * Float.BYTES);
      }
    }

    private static float[] readFloats(DataInput in) throws IOException {
      float[] values = new float[in.readInt()];
      ByteBuffer buffer =
          ByteBuffer.allocate(Math.min(values.length, FLOATS_AT_ONCE) * Float.BYTES);
      for (int from = 0; from < values.length; from += FLOATS_AT_ONCE) {
        int length = Math.min(FLOATS_AT_ONCE, values.length - from);
        in.readFully(buffer.array(), 0, length * Float.BYTES);
        buffer.asFloatBuffer().get(values, from, length);
      }
      return values;
    }
  }
}
