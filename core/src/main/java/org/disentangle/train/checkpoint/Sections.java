// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.net.TrainingState;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.checkpoint.CheckpointFormat.StateCodec;
import org.disentangle.train.checkpoint.CheckpointStore.Checkpoint;

/**
 * The parts of a checkpoint that not every run has, each with its name and length: the scores of
 * rounds, the best state, and the text of the model. A run without them writes none, and its files
 * are those of earlier versions.
 */
final class Sections {

  private static final String METRICS = "metrics";
  private static final String BEST = "best";
  private static final String MODEL = "model";

  private Sections() {}

  /** What writes a section. */
  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  static void write(Checkpoint checkpoint, DataOutputStream out) throws IOException {
    if (!checkpoint.history().metricNames().isEmpty()) {
      section(METRICS, section -> writeMetrics(checkpoint.history(), section), out);
    }
    if (checkpoint.best() != null) {
      section(BEST, section -> writeBest(checkpoint, section), out);
    }
    if (!checkpoint.model().isEmpty()) {
      section(MODEL, section -> CheckpointFormat.writeText(checkpoint.model(), section), out);
    }
  }

  private static void section(String name, Content content, DataOutputStream out)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content.write(new DataOutputStream(bytes));
    out.writeUTF(name);
    out.writeInt(bytes.size());
    bytes.writeTo(out);
  }

  /**
   * Reads what is left of a body.
   *
   * @param plain the checkpoint without its sections
   */
  static Checkpoint read(DataInputStream in, Checkpoint plain) throws IOException {
    History history = plain.history();
    TrainingState best = null;
    String model = "";
    while (in.available() > 0) {
      String name = in.readUTF();
      byte[] bytes = new byte[in.readInt()];
      in.readFully(bytes);
      DataInputStream section = new DataInputStream(new ByteArrayInputStream(bytes));
      switch (name) {
        case METRICS -> history = withMetrics(history, section);
        case BEST -> best = bytes.length == 0 ? plain.state() : StateCodec.read(section);
        case MODEL -> model = CheckpointFormat.readText(section);
        default -> {} // of a newer version
      }
    }
    return new Checkpoint(
        plain.fingerprint(), plain.wholeRound(), plain.state(), history, best, model);
  }

  /** Nothing where it is the checkpoint's own state. */
  private static void writeBest(Checkpoint checkpoint, DataOutputStream out) throws IOException {
    if (checkpoint.best().iteration() != checkpoint.state().iteration()) {
      StateCodec.write(checkpoint.best(), out);
    }
  }

  private static void writeMetrics(History history, DataOutputStream out) throws IOException {
    List<RoundRecord> scored = history.scored();
    out.writeInt(scored.size());
    for (RoundRecord round : scored) {
      out.writeLong(round.round());
      out.writeInt(round.metrics().size());
      for (Map.Entry<String, Double> metric : round.metrics().entrySet()) {
        out.writeUTF(metric.getKey());
        out.writeDouble(metric.getValue());
      }
    }
  }

  private static History withMetrics(History history, DataInput in) throws IOException {
    List<RoundRecord> rounds = new ArrayList<>(history.rounds());
    for (int scored = in.readInt(); scored > 0; scored--) {
      int at = Math.toIntExact(in.readLong() - 1);
      Map<String, Double> metrics = new LinkedHashMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        metrics.put(in.readUTF(), in.readDouble());
      }
      rounds.set(at, rounds.get(at).with(metrics));
    }
    return new History(history.lossNames(), rounds);
  }
}
