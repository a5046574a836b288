// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.figure.HeatMap;
import org.disentangle.figure.MetricFigures;
import org.disentangle.file.Place;

/** The matrices of a report as pictures, a file each. */
public final class MetricPlots {

  private MetricPlots() {}

  /**
   * Writes a PNG file for every matrix of a report: votes, mutual information and importances.
   *
   * @param overwrite whether existing files may be replaced
   * @return the files
   * @throws java.nio.file.FileAlreadyExistsException if one exists and may not be replaced
   */
  public static List<Place> write(DisentanglementReport report, Place folder, boolean overwrite)
      throws IOException {
    List<Place> files = new ArrayList<>();
    for (Map.Entry<String, HeatMap> figure : figures(report).entrySet()) {
      Place file = folder.child(figure.getKey() + ".png");
      figure.getValue().write(file, overwrite);
      files.add(file);
    }
    return files;
  }

  /** A heat map of each matrix, by its name. */
  static Map<String, HeatMap> figures(DisentanglementReport report) {
    Map<String, HeatMap> figures = new LinkedHashMap<>();
    report
        .scores()
        .matrices()
        .forEach((name, matrix) -> figures.put(name, figure(name, matrix, report.factorCols())));
    return figures;
  }

  private static HeatMap figure(String name, double[][] matrix, List<String> factors) {
    List<String> codes = MetricFigures.codeNames(matrix.length);
    return switch (name) {
      case "factor_vae_votes" -> MetricFigures.factorVaeVotes(matrix, codes, factors);
      case "mutual_information" -> MetricFigures.mutualInformation(matrix, codes, factors);
      default ->
          MetricFigures.dciImportance(matrix, codes, factors)
              .withTitle("Importance of codes for factors, " + name);
    };
  }
}
