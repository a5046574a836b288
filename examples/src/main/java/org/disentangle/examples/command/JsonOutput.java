package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.disentangle.file.JsonText;
import org.disentangle.file.WholeFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A result as a JSON file beside what is printed, for those who ask for it. */
final class JsonOutput {

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON too.")
  private Path file;

  @Mixin private OutputOptions output;

  /** Refuses a file that exists and may not be replaced; to be called before any work. */
  void require() {
    output.require(file);
  }

  /** The same for an output beside the JSON file. */
  void require(Object place) {
    output.require(place);
  }

  boolean overwrite() {
    return output.overwrite();
  }

  /** Writes a record or map, if a file was asked for, and says where. */
  void write(Object result, PrintWriter printer) throws IOException {
    writeText(JsonText.of(result), printer);
  }

  /** The same for JSON text. */
  void writeText(String json, PrintWriter printer) throws IOException {
    if (file != null) {
      WholeFile.write(file, json.getBytes(StandardCharsets.UTF_8), output.overwrite());
      printer.printf(Locale.ROOT, "written: %s%n", file);
    }
  }
}
