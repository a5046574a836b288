// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import org.disentangle.figure.HeatMap;
import org.disentangle.file.PngFile;

/**
 * What a model was chosen from, as a part of its report.
 *
 * @param title what was compared
 * @param explanation how to read it, in a sentence
 * @param table a row per candidate
 * @param matrixName what the picture shows
 * @param matrix of all candidates with each other; null if there is none
 */
public record CandidateTable(
    String title, String explanation, TextTable table, String matrixName, HeatMap matrix) {

  /** Of candidates that have scores alone. */
  public CandidateTable(String title, String explanation, TextTable table) {
    this(title, explanation, table, "", null);
  }

  void addTo(ReportPage page) {
    page.heading(title).paragraph(explanation).table(table.titles(), table.cells());
    if (matrix != null) {
      page.picture(matrixName, PngFile.bytes(matrix.draw()));
    }
  }
}
