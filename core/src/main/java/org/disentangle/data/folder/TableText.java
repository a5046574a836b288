// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.data.DataFile;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.QualifiedPath;

/**
 * The fields of a table in a text file: between commas, semicolons or tabs, where they may stand in
 * quotes, else between blanks. Lines without anything are passed over.
 *
 * @param file where it was read
 * @param blanks whether fields are between blanks
 * @param lines the fields of each line; at least one line
 */
record TableText(DataFile file, boolean blanks, List<String[]> lines) {

  private static final int LOOKED_AT = 3;

  /**
   * Reads a table.
   *
   * @param path as it was given; where nothing is there, it is looked for in the folder
   * @throws InvalidInputException if it is not there, no text in UTF-8 or without any line
   */
  static TableText read(FolderFiles files, String path) {
    return read(find(files, path));
  }

  private static DataFile find(FolderFiles files, String path) {
    try {
      return DataFile.find(files.source(), path);
    } catch (InvalidInputException notThere) {
      if (path.startsWith("/")
          || path.contains(":")
          || !notThere.getMessage().contains("nothing")) {
        throw notThere;
      }
      org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(files.root());
      try {
        return DataFile.find(files.source(), QualifiedPath.child(folder, path).toString());
      } catch (InvalidInputException nothingThere) {
        throw notThere;
      }
    }
  }

  private static TableText read(DataFile file) {
    String text = text(file);
    List<String> all = text.lines().filter(line -> !line.isBlank()).toList();
    if (all.isEmpty()) {
      throw file.refuse("no line of text", "a table with a line for each picture", null);
    }
    String begin = String.join("\n", all.subList(0, Math.min(LOOKED_AT, all.size())));
    char delimiter = delimiter(file.path().toLowerCase(Locale.ROOT), begin);
    if (delimiter == ' ') {
      return new TableText(
          file, true, all.stream().map(line -> line.strip().split("[ \\t]+")).toList());
    }
    return new TableText(file, false, fields(file, text, delimiter));
  }

  private static char delimiter(String name, String begin) {
    boolean tabs = begin.contains("\t");
    boolean commas = begin.contains(",");
    if (name.endsWith(".tsv") && tabs) {
      return '\t';
    }
    if (commas) {
      return ',';
    }
    return begin.contains(";") ? ';' : tabs ? '\t' : ' ';
  }

  private static String text(DataFile file) {
    try (InputStream stream = file.open()) {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(stream.readAllBytes()))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw file.refuse("bytes that are no text in UTF-8", "a table as text", e);
    } catch (IOException e) {
      throw file.refuse(
          "a file that cannot be read (" + e.getMessage() + ")", "a table as text", e);
    }
  }

  private static List<String[]> fields(DataFile file, String text, char delimiter) {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(delimiter);
    settings.getFormat().setComment('\0');
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(1 << 16);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setIgnoreLeadingWhitespaces(true);
    settings.setIgnoreTrailingWhitespaces(true);
    try {
      return new CsvParser(settings)
          .parseAll(new StringReader(text)).stream()
              .filter(line -> Arrays.stream(line).anyMatch(field -> !field.isEmpty()))
              .toList();
    } catch (TextParsingException e) {
      throw file.refuse(
          "text that is no table (line " + (e.getLineIndex() + 1) + ")", "a table as text", e);
    }
  }
}
