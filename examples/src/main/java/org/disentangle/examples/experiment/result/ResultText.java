// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.examples.experiment.PaperClaim;
import org.disentangle.examples.experiment.trial.SelectionScore;
import org.disentangle.examples.report.TextTable;

/**
 * A result to read: what papers say, and below it what was seen.
 *
 * @param result of the experiment
 */
public record ResultText(ExperimentResult result) {

  /** Columns side by side; more go into a further table. */
  private static final int COLUMNS = 6;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, "%s", result.title());
    for (PaperClaim claim : result.says()) {
      line(text, "  the paper: %s", claim);
    }
    line(
        text,
        result.seeds().size() == 1
            ? "  here: size %s, %s, seed %s; one run each"
            : "  here: size %s, %s, seeds %s; mean and standard error",
        result.size(),
        result.data(),
        String.join(",", result.seeds().stream().map(String::valueOf).toList()));
    for (int first = 0; first < result.measures().size(); first += COLUMNS) {
      int end = Math.min(result.measures().size(), first + COLUMNS);
      text.append(table(result.measures().subList(first, end)));
    }
    if (!result.selections().isEmpty()) {
      text.append(selections());
    }
    for (VariantResult variant : result.variants()) {
      variant.stopped().forEach(reason -> line(text, "%s: %s", variant.variant(), reason));
    }
    line(text, "command: %s", result.command());
    line(
        text,
        "time: %.0f s for this command, %.0f s for all runs",
        result.seconds(),
        result.runSeconds());
    return text.toString();
  }

  private TextTable table(List<String> measures) {
    List<String> titles = new ArrayList<>(List.of("variant", "runs"));
    titles.addAll(measures);
    TextTable table = new TextTable(titles.toArray(String[]::new));
    for (VariantResult variant : result.variants()) {
      List<String> cells =
          new ArrayList<>(List.of(variant.variant(), Integer.toString(variant.runs())));
      measures.forEach(measure -> cells.add(variant.measures().get(measure).toString()));
      table.row(cells.toArray(String[]::new));
    }
    return table;
  }

  private TextTable selections() {
    String measure = result.selections().get(0).measure();
    TextTable table =
        new TextTable("selection", "pick", measure, "mean", "best", "rank correlation");
    for (SelectionScore one : result.selections()) {
      table.row(
          one.method(),
          String.format(Locale.ROOT, "%s, seed %d", one.variant(), one.seed()),
          number(one.picked()),
          number(one.mean()),
          number(one.best()),
          one.rankCorrelation() == null ? "-" : number(one.rankCorrelation()));
    }
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
