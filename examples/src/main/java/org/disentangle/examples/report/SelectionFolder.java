// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.disentangle.figure.HeatMap;
import org.disentangle.file.Place;
import org.disentangle.model.SelectedModel;

/**
 * The folder that a selection leaves, and the lines that say what is where.
 *
 * @param overwrite whether what is there may be replaced
 */
public record SelectionFolder(Place folder, boolean overwrite, PrintWriter printer) {

  /**
   * Writes the best model, all models, the ranking, and the matrix where there is one.
   *
   * @param names what the models are called in the picture
   */
  public void write(SelectedModel selected, List<RankedModel> ranking, List<String> names)
      throws IOException {
    save("best model", selected.best(), folder.child("model"));
    save("all models", selected, folder.child("selection"));
    Place json = folder.child("ranking.json");
    ReportFile.writeJson(json, ranking, overwrite);
    printer.printf(Locale.ROOT, "ranking: %s%n", json);
    if (selected.ranked().matrix().length > 0) {
      Place png = folder.child("matrix.png");
      matrix(selected, names).write(png, overwrite);
      printer.printf(Locale.ROOT, "matrix: %s%n", png);
    }
  }

  /**
   * How far the models agree with each other; null if the method does not compare them.
   *
   * @param names what the models are called in the picture
   */
  public static HeatMap matrix(SelectedModel selected, List<String> names) {
    return selected.ranked().matrix().length == 0
        ? null
        : new HeatMap(selected.ranked().matrix(), names, names)
            .withTitle(selected.ranked().method())
            .withAxisTitles("model", "model")
            .withValueTitle("agreement")
            .withRange(0, 1);
  }

  private void save(String what, MLWritable model, Place path) throws IOException {
    MLWriter writer = model.write();
    (overwrite ? writer.overwrite() : writer).save(path.toString());
    printer.printf(Locale.ROOT, "%s: %s%n", what, path);
  }
}
