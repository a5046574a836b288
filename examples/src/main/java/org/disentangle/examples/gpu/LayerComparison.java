// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.examples.report.TextTable;
import org.disentangle.net.device.LayerTrial;
import org.disentangle.net.device.ProcessorReference;

/**
 * Every kind of layer, forward and backward, on the device of the calling thread and as recorded on
 * a processor.
 */
public final class LayerComparison {

  /** The largest relative difference that single precision accounts for. */
  public static final double BOUND = 1e-3;

  private static final int TIMED_ROWS = 64;
  private static final int TIMED_RUNS = 20;

  /**
   * One layer.
   *
   * @param difference largest difference of an output or a gradient, relative to the largest value
   * @param milliseconds forward and backward of 64 rows
   */
  public record Row(String layer, double difference, double milliseconds) {

    /** Whether the device computes what the processor computes. */
    public boolean agrees() {
      return difference < BOUND;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  /** Runs all layers. */
  public LayerComparison() {
    ProcessorReference reference = ProcessorReference.load();
    for (LayerTrial trial : LayerTrial.all()) {
      double difference = trial.run(ProcessorReference.ROWS, 2).difference(reference.of(trial));
      double milliseconds = trial.run(TIMED_ROWS, TIMED_RUNS).milliseconds();
      rows.add(new Row(trial.spec().name(), difference, milliseconds));
    }
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The rows as a table to read. */
  @Override
  public String toString() {
    TextTable table = new TextTable("layer", "difference", "ms for 64 rows", "");
    for (Row row : rows) {
      table.row(
          row.layer(),
          String.format(Locale.ROOT, "%.1e", row.difference()),
          String.format(Locale.ROOT, "%.3f", row.milliseconds()),
          row.agrees() ? "agrees" : "DIFFERS");
    }
    return table.toString();
  }
}
