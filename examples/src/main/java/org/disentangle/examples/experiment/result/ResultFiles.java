// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.file.PngFile;
import org.disentangle.file.WholeFile;

/**
 * Writes what an experiment came to: {@code results.txt}, {@code results.json}, {@code results.csv}
 * (means), {@code runs.csv}, {@code curves.csv} if there are any, and {@code results.png}, over
 * those of an earlier call.
 *
 * @param out folder of the experiment
 */
public record ResultFiles(Place out) {

  public void write(ExperimentResult result) throws IOException {
    ResultCsv csv = new ResultCsv(result);
    write("results.txt", new ResultText(result).toString());
    write("results.json", JsonText.of(result));
    write("results.csv", csv.means());
    write("runs.csv", csv.runs());
    String curves = csv.curves();
    if (!curves.isEmpty()) {
      write("curves.csv", curves);
    }
    PngFile.write(out.child("results.png"), new ResultChart(result).draw(), true);
  }

  private void write(String name, String text) throws IOException {
    WholeFile.write(out.child(name), text.getBytes(StandardCharsets.UTF_8), true);
  }
}
