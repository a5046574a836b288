// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.disentangle.selection.Ranked;

/**
 * A line of the ranking.
 *
 * @param place 1 for the model that was selected
 * @param model number of the model, or where it was loaded from
 * @param system as a user writes it
 * @param seed of its training; null if it is not known
 * @param score by the selection's method
 * @param supervised score by a metric with known factors; null if none was asked for
 */
public record RankedModel(
    int place, String model, String system, Long seed, double score, Double supervised) {

  /**
   * All models, the best first.
   *
   * @param supervised one score per model, or empty
   */
  public static List<RankedModel> of(
      Ranked ranked, List<CandidateLabel> candidates, double[] supervised) {
    List<RankedModel> lines = new ArrayList<>();
    for (int model = 0; model < candidates.size(); model++) {
      CandidateLabel label = candidates.get(model);
      lines.add(
          new RankedModel(
              ranked.place(model),
              label.model(),
              label.system(),
              label.seed(),
              ranked.scores()[model],
              supervised.length == 0 ? null : Double.valueOf(supervised[model])));
    }
    lines.sort(Comparator.comparingInt(RankedModel::place));
    return lines;
  }

  /**
   * The ranking as text.
   *
   * @param metric name of the supervised score; null if there is none
   */
  public static TextTable table(List<RankedModel> lines, String method, String metric) {
    List<String> header = new ArrayList<>(List.of("place", "model", "system", "seed", method));
    if (metric != null) {
      header.add(metric);
    }
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (RankedModel line : lines) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  String.valueOf(line.place()),
                  line.model(),
                  line.system(),
                  line.seed() == null ? "" : line.seed().toString(),
                  number(line.score())));
      if (metric != null) {
        row.add(number(line.supervised()));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  /** Spearman's rank correlation of the scores with the supervised ones; NaN if one is constant. */
  public static double correlation(List<RankedModel> lines) {
    return new SpearmansCorrelation()
        .correlation(
            lines.stream().mapToDouble(RankedModel::score).toArray(),
            lines.stream().mapToDouble(RankedModel::supervised).toArray());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
