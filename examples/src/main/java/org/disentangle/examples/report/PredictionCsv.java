// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.disentangle.examples.bench.PredictedRound;
import org.disentangle.examples.bench.PredictedRound.Part;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;

/** Predicted rounds as CSV: a header, then one line a number of workers; times in seconds. */
public final class PredictionCsv {

  private final List<PredictedRound> rounds;
  private final long imagesPerWorker;

  /**
   * @param imagesPerWorker that one worker trains on in a round
   */
  public PredictionCsv(List<PredictedRound> rounds, long imagesPerWorker) {
    this.rounds = List.copyOf(rounds);
    this.imagesPerWorker = imagesPerWorker;
  }

  /**
   * Writes the file, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public void write(Place csv, boolean overwrite) throws IOException {
    WholeFile.write(csv, text().getBytes(StandardCharsets.UTF_8), overwrite);
  }

  private String text() {
    List<String> titles =
        new ArrayList<>(List.of("workers", "round", "imagesPerSecond", "efficiency"));
    for (Part part : Part.values()) {
      titles.add(part.id());
    }
    titles.addAll(List.of("largest", "averagedBy"));
    StringBuilder text = new StringBuilder(String.join(",", titles)).append('\n');
    rounds.forEach(round -> text.append(line(round)).append('\n'));
    return text.toString();
  }

  private String line(PredictedRound round) {
    List<String> cells = new ArrayList<>(List.of(Integer.toString(round.workers())));
    cells.add(number(round.seconds()));
    cells.add(number(round.imagesPerSecond(imagesPerWorker)));
    cells.add(number(round.efficiency()));
    round.parts().values().forEach(seconds -> cells.add(number(seconds)));
    cells.add(round.largest().id());
    cells.add(round.averagedBy());
    return String.join(",", cells);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
