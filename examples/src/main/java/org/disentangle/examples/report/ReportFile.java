package org.disentangle.examples.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.disentangle.file.WholeFile;

/** Small files of a report on the local disk: what was measured, as JSON. */
public final class ReportFile {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ReportFile() {}

  /** A record or map as JSON text. */
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The record or map that a JSON text holds. */
  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Writes a record or map as a JSON file, making its folder if need be.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file exists and may not be replaced
   */
  public static void writeJson(Path file, Object value, boolean overwrite) throws IOException {
    WholeFile.write(file, json(value).getBytes(StandardCharsets.UTF_8), overwrite);
  }
}
