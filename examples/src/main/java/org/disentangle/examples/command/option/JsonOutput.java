// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.disentangle.file.JsonText;
import org.disentangle.file.Place;
import org.disentangle.file.WholeFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A result as a JSON file beside what is printed, for those who ask for it. */
public final class JsonOutput {

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON too.")
  private String file;

  private Place place;
  private boolean partWritten;

  @Needs("--json")
  @Mixin
  private OutputOptions output;

  /** The places of a command, of which the JSON file is one. */
  public Outputs outputs(Configuration hadoop) {
    Outputs outputs = output.outputs(hadoop);
    place = outputs.file("--json", file);
    return outputs;
  }

  public boolean overwrite() {
    return output.overwrite();
  }

  /** Writes a record or map, if a file was asked for, and says where. */
  public void write(Object result, PrintWriter printer) throws IOException {
    writeText(JsonText.of(result), printer);
  }

  /** A part of the same result may go, whatever else may. */
  private boolean mayReplace() {
    return output.overwrite() || partWritten;
  }

  /** Writes what there is of a result so far; {@link #write} is to follow. */
  public void writePart(Object result) throws IOException {
    if (place != null) {
      WholeFile.write(place, JsonText.of(result).getBytes(StandardCharsets.UTF_8), mayReplace());
      partWritten = true;
    }
  }

  /** The same for JSON text. */
  public void writeText(String json, PrintWriter printer) throws IOException {
    if (place != null) {
      WholeFile.write(place, json.getBytes(StandardCharsets.UTF_8), mayReplace());
      printer.printf(Locale.ROOT, "written: %s%n", place);
    }
  }
}
