// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;
import org.disentangle.stage.InputErrors;

/**
 * The first line of a CSV file.
 *
 * @param line without its end and without a byte order mark
 * @param separator what stands between the names
 */
record CsvHeader(String line, char separator) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private static final String CASE_SENSITIVE = "spark.sql.caseSensitive";

  private static final int LONGEST = 4 << 20;

  private static final String OTHER_SEPARATORS = ";\t|,";

  /**
   * Reads and checks it.
   *
   * @throws InvalidInputException if the file is empty, compressed otherwise than its name says, no
   *     text in UTF-8, or has other separators or a name twice
   */
  static CsvHeader of(FirstFile first, SparkSession spark) {
    String name = first.file().getName().toLowerCase(Locale.ROOT);
    char separator = name.matches(".*\\.tsv(\\.\\w+)?") ? '\t' : ',';
    CsvHeader header =
        new CsvHeader(line(first, spark.sparkContext().hadoopConfiguration()), separator);
    header.require(first, Boolean.parseBoolean(spark.conf().get(CASE_SENSITIVE)));
    return header;
  }

  private static String line(FirstFile first, Configuration conf) {
    CompressionCodec codec = new CompressionCodecFactory(conf).getCodec(first.file());
    Optional<String> kind = Signature.of(first.begin());
    if (first.begins((byte) 0xff, (byte) 0xfe) || first.begins((byte) 0xfe, (byte) 0xff)) {
      throw refuse(
          first, "text in UTF-16", "Save it as UTF-8, as iconv -f UTF-16 -t UTF-8 does.", null);
    }
    if (codec == null && kind.isPresent()) {
      throw refuse(first, kind.get(), namedOtherwise(first), null);
    }
    try (InputStream file = first.file().getFileSystem(conf).open(first.file());
        InputStream text = codec == null ? file : codec.createInputStream(file)) {
      return decoded(first, text);
    } catch (IOException | RuntimeException | UnsatisfiedLinkError e) {
      if (e instanceof InvalidInputException refusal) {
        throw refusal;
      }
      throw refuse(
          first,
          first.described(),
          kind.isEmpty()
              ? String.format(
                  Locale.ROOT,
                  "Rename a file that is not compressed, without %s.",
                  codec == null ? "its ending" : codec.getDefaultExtension())
              : "Download it again, or compress it as .gz or .bz2, which always work.",
          e);
    }
  }

  private static String namedOtherwise(FirstFile first) {
    boolean gzip = first.begins((byte) 0x1f, (byte) 0x8b);
    return gzip || first.begins((byte) 'B', (byte) 'Z', (byte) 'h')
        ? String.format(
            Locale.ROOT, "Rename it: %s%s.", first.file().getName(), gzip ? ".gz" : ".bz2")
        : null;
  }

  private static String decoded(FirstFile first, InputStream text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    int end = -1;
    while (end < 0 && bytes.size() < LONGEST) {
      int n = text.read(block);
      if (n < 0) {
        break;
      }
      end = indexOfEnd(block, n);
      bytes.write(block, 0, end < 0 ? n : end);
    }
    try {
      String line =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      return line.startsWith("\ufeff") ? line.substring(1) : line;
    } catch (CharacterCodingException e) {
      throw refuse(
          first,
          "a first line that is not in UTF-8",
          "Save it as UTF-8, as iconv -f LATIN1 -t UTF-8 does.",
          e);
    }
  }

  private static int indexOfEnd(byte[] block, int length) {
    for (int i = 0; i < length; i++) {
      if (block[i] == '\n' || block[i] == '\r') {
        return i;
      }
    }
    return -1;
  }

  private void require(FirstFile first, boolean caseSensitive) {
    if (line.isBlank()) {
      throw refuse(
          first, first.length() == 0 ? "no bytes at all" : "an empty first line", null, null);
    }
    List<String> names = Arrays.asList(line.split(String.valueOf(separator), -1));
    if (names.size() == 1) {
      OTHER_SEPARATORS
          .chars()
          .filter(other -> other != separator && line.indexOf(other) >= 0)
          .findFirst()
          .ifPresent(
              other -> {
                throw separated(first, (char) other);
              });
    }
    if (names.stream().allMatch(name -> name.strip().matches("[-+.\\deE]*\\d[-+.\\deE]*"))) {
      throw refuse(
          first,
          String.format(Locale.ROOT, "numbers in the first line (%s)", shown(line)),
          "Add a first line with the names of the columns.",
          null);
    }
    Set<String> once = new HashSet<>();
    names.stream()
        .filter(
            name ->
                line.indexOf('"') < 0
                    && !once.add(caseSensitive ? name : name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(
            name -> {
              throw refuse(
                  first,
                  String.format(
                      Locale.ROOT,
                      names.indexOf(name) < names.lastIndexOf(name)
                          ? "the column %s twice"
                          : "the column %s, and another of this name but for capitals",
                      name),
                  "Rename one of them.",
                  null);
            });
  }

  private InvalidInputException separated(FirstFile first, char other) {
    return refuse(
        first,
        String.format(
            Locale.ROOT,
            "the first line '%s', separated by %s",
            shown(line),
            other == '\t' ? "tabs" : "'" + other + "'"),
        switch (other) {
          case '\t' -> "Name the file .tsv, or write it again with commas.";
          case ',' -> "Name the file .csv.";
          default -> "Write it again with commas, and with points in numbers.";
        },
        null);
  }

  private static String shown(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + "...";
  }

  private static InvalidInputException refuse(
      FirstFile first, String found, String advice, Throwable cause) {
    return ERRORS.file(
        first.file().toUri().getPath(),
        found,
        "Parquet, or CSV in UTF-8 with a header and commas (tabs in .tsv)",
        advice,
        cause);
  }
}
