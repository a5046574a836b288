// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.examples.bench.StepBench.StepReport;
import org.disentangle.examples.bench.StepBench.StepTime;

/** Iterations of several presets, one row each. */
public final class StepTable {

  private static final String NONE = "-";

  private StepTable() {}

  /** Columns of a loss that a schedule switches on are empty for systems without one. */
  public static TextTable of(List<StepReport> reports) {
    TextTable table =
        new TextTable(
            "algorithm",
            "preset",
            "ms",
            "images/s",
            "then with",
            "ms",
            "images/s",
            "generated/s",
            "encoded/s");
    for (StepReport report : reports) {
      Optional<StepTime> last = report.last();
      table.row(
          report.algorithm(),
          report.preset(),
          text("%.1f", report.first().milliseconds()),
          text("%.0f", report.first().imagesPerSecond()),
          report.switchedOn().orElse(NONE),
          last.map(time -> text("%.1f", time.milliseconds())).orElse(NONE),
          last.map(time -> text("%.0f", time.imagesPerSecond())).orElse(NONE),
          text("%.0f", report.generatorImagesPerSecond()),
          text("%.0f", report.encoderImagesPerSecond()));
    }
    return table;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
