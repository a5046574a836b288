package org.disentangle.examples.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Small files of a report on the local disk: JSON, text and pictures. */
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

  /** Writes a record or map as a JSON file. */
  public static void writeJson(Path file, Object value, boolean overwrite) throws IOException {
    write(file, json(value).getBytes(StandardCharsets.UTF_8), overwrite);
  }

  /**
   * Writes a file, making its folder if need be.
   *
   * @throws FileAlreadyExistsException if the file exists and may not be replaced
   */
  public static void write(Path file, byte[] content, boolean overwrite) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    if (overwrite) {
      Files.write(target, content);
      return;
    }
    try {
      Files.write(target, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new FileAlreadyExistsException(
          target.toString(),
          null,
          "the file exists; expected a new one.\nMaybe it should be overwritten: then say so.");
    }
  }
}
