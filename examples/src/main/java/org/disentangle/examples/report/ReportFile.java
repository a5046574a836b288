// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;

/** Small files of a report on the local disk: what was measured, as JSON. */
public final class ReportFile {

  private ReportFile() {}

  /**
   * Writes a record or map as a JSON file, making its folder if need be.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public static void writeJson(Place file, Object value, boolean overwrite) throws IOException {
    WholeFile.write(file, JsonText.of(value).getBytes(StandardCharsets.UTF_8), overwrite);
  }
}
