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
 * @param score by the selection's method
 * @param supervised score by a metric with known factors; NaN if none was asked for
 */
public record RankedModel(int place, String model, double score, double supervised) {

  /**
   * All models, the best first.
   *
   * @param supervised one score per model, or empty
   */
  public static List<RankedModel> of(Ranked ranked, List<String> names, double[] supervised) {
    List<RankedModel> lines = new ArrayList<>();
    for (int model = 0; model < names.size(); model++) {
      double other = supervised.length == 0 ? Double.NaN : supervised[model];
      lines.add(
          new RankedModel(ranked.place(model), names.get(model), ranked.scores()[model], other));
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
    TextTable table =
        metric == null
            ? new TextTable("place", "model", method)
            : new TextTable("place", "model", method, metric);
    for (RankedModel line : lines) {
      String place = String.valueOf(line.place());
      if (metric == null) {
        table.row(place, line.model(), number(line.score()));
      } else {
        table.row(place, line.model(), number(line.score()), number(line.supervised()));
      }
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
