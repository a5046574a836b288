// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;

/**
 * The rounds of a training as CSV for spreadsheets: a header with the names of {@link
 * History#schema()}, then one line per round; a loss that was not active is an empty field.
 */
public final class HistoryCsv {

  private final History history;

  public HistoryCsv(History history) {
    this.history = history;
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

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", history.schema().fieldNames()));
    history.rounds().forEach(round -> lines.add(line(round)));
    return String.join("\n", lines) + "\n";
  }

  private String line(RoundRecord round) {
    return history.values(round).stream()
        .map(value -> Objects.toString(value, ""))
        .collect(Collectors.joining(","));
  }
}
