// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.security.AccessControlException;
import org.apache.parquet.crypto.ParquetCryptoRuntimeException;
import org.apache.parquet.hadoop.BadConfigurationException;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.spark.SparkThrowable;
import org.apache.spark.SparkUpgradeException;
import org.apache.spark.sql.execution.datasources.SchemaColumnConvertNotSupportedException;
import org.disentangle.stage.Versions;

/**
 * What one error of a reader says about a file.
 *
 * @param found what is there
 * @param expected what can be read
 * @param advice in whole sentences; null for none
 */
record ReaderFinding(String found, String expected, String advice) {

  private static final Pattern CSV_FILE = Pattern.compile("(?s)CSV header.*CSV file: (\\S.*)");

  private static final String WHOLE = "a whole file of its kind";
  private static final String ONE_TYPE = "one type per column in all files of a table";
  private static final String ONE_SCHEMA = "Write all files of the table with one schema.";

  /** How far below the error the reader's own code is looked for. */
  private static final int FRAMES = 6;

  /** Empty for an error that says nothing, or is not a reader's. */
  static Optional<ReaderFinding> of(Throwable e) {
    String text = Objects.toString(e.getMessage(), "");
    ReaderFinding found = ofType(e, text);
    if (found == null && e instanceof SparkThrowable known && known.getErrorClass() != null) {
      found = ofClass(known.getErrorClass(), known.getMessageParameters());
    }
    return Optional.ofNullable(found == null ? ofText(e, text) : found);
  }

  private static ReaderFinding ofType(Throwable e, String text) {
    if (e instanceof SchemaColumnConvertNotSupportedException mixed) {
      return new ReaderFinding(
          String.format(
              Locale.ROOT,
              "column %s as %s here, and as %s in another file",
              mixed.getColumn(),
              mixed.getPhysicalType(),
              mixed.getLogicalType()),
          ONE_TYPE,
          ONE_SCHEMA);
    }
    if ((e instanceof ClassCastException && isOfParquet(e))
        || text.startsWith("Invalid Spark read type")) {
      return new ReaderFinding(
          "a column as single values in one file, and as a structure or list in another",
          ONE_TYPE,
          ONE_SCHEMA);
    }
    if (e instanceof BadConfigurationException) {
      return new ReaderFinding(
          "data compressed by a codec that is not here (" + firstLine(text) + ")",
          "Parquet with zstd, snappy, gzip, lz4 or no compression",
          "Write it again with zstd, or give the codec's jar by --conf spark.jars.");
    }
    if (e instanceof ParquetCryptoRuntimeException) {
      return new ReaderFinding(
          "encrypted Parquet (" + firstLine(text) + ")", "Parquet in the clear", "Decrypt it.");
    }
    if (e instanceof ChecksumException) {
      return new ReaderFinding(
          "other bytes than its checksum file (.crc) says",
          WHOLE,
          "Write it again; if it was changed on purpose, delete the .crc.");
    }
    if (e instanceof AccessControlException || e instanceof java.nio.file.AccessDeniedException) {
      return new ReaderFinding(
          "no permission (" + firstLine(text) + ")", "a file that may be read", "Use chmod.");
    }
    if (e instanceof SparkUpgradeException) {
      return new ReaderFinding(
          "dates or times of an old calendar (before 1582, or 1900 in INT96)",
          "values that mean the same in every version of Spark",
          "Leave the column out, or add --conf spark.sql.parquet.datetimeRebaseModeInRead=CORRECTED"
              + " (int96RebaseModeInRead for INT96).");
    }
    return null;
  }

  private static ReaderFinding ofClass(String errorClass, Map<String, String> values) {
    return switch (errorClass) {
      case "_LEGACY_ERROR_TEMP_1172", "_LEGACY_ERROR_TEMP_1173", "_LEGACY_ERROR_TEMP_1174" ->
          parquetType(String.valueOf(values.get("parquetType")));
      case "PARQUET_TYPE_ILLEGAL", "PARQUET_TYPE_NOT_SUPPORTED", "PARQUET_TYPE_NOT_RECOGNIZED" ->
          parquetType(String.valueOf(values.get("parquetType")));
      case "UNSUPPORTED_TIME_TYPE" -> parquetType("TIME"); // Spark 4 has it, switched off
      case "COLUMN_ALREADY_EXISTS" ->
          new ReaderFinding(
              "the column "
                  + values.get("columnName")
                  + " twice, in the same letters or in capitals",
              "columns of different names",
              "Rename one of them; names that differ in capitals alone are distinguished with --conf"
                  + " spark.sql.caseSensitive=true.");
      case "UNABLE_TO_INFER_SCHEMA" ->
          new ReaderFinding(
              "no table",
              "Parquet files",
              "Folders in a folder are not looked into: name the one that has the files.");
      case "MALFORMED_CSV_RECORD" ->
          new ReaderFinding(
              "the row '" + firstLine(String.valueOf(values.get("badRecord"))) + "'",
              "as many values per row as names in the header",
              "Write values with commas in quotes, and each row in one line.");
      default -> null;
    };
  }

  private static ReaderFinding parquetType(String type) {
    return new ReaderFinding(
        "a column of the Parquet type " + type,
        "types that Spark reads",
        type.contains("NANOS")
            ? "Write times in microseconds, or leave the column out; to read them as whole numbers, add"
                + " --conf spark.sql.legacy.parquet.nanosAsLong=true."
            : "Leave the column out, or write it as numbers or text.");
  }

  private static ReaderFinding ofText(Throwable e, String text) {
    if (e instanceof UnsupportedOperationException && text.startsWith("Unsupported encoding")) {
      return new ReaderFinding(
          "values in an encoding of Parquet that is read by rows only (" + firstLine(text) + ")",
          "an encoding that is read by columns",
          "Read by rows: --conf spark.sql.parquet.enableVectorizedReader=false.");
    }
    if (text.contains("is not a Parquet file")) {
      return new ReaderFinding(
          firstLine(text).contains("length")
              ? "a file too short for Parquet"
              : "a file that does not end as Parquet does",
          "a whole Parquet file",
          "Write it again.");
    }
    if (text.startsWith("can not read FileMetaData") || e instanceof ParquetDecodingException) {
      return new ReaderFinding(
          "damaged Parquet (" + firstLine(text) + ")", "a whole Parquet file", "Write it again.");
    }
    if (isFooterOfUnknownTypes(e)) {
      return new ReaderFinding(
          "a Parquet schema with a type that Spark " + Versions.sparkLine() + " does not know",
          "types that Spark reads",
          "Write columns of half precision (FLOAT16) as 32-bit numbers.");
    }
    if (csvFile(e).isPresent()) {
      return new ReaderFinding(
          "another header (" + header(text) + ")",
          "the same columns in the same order in every file of a folder",
          "Put the files of each table in a folder.");
    }
    boolean gzip = e instanceof IOException && text.equals("not a gzip file");
    if (gzip || (e instanceof EOFException && text.startsWith("Unexpected end of input"))) {
      return new ReaderFinding(
          gzip ? "no gzip data under a name with .gz" : "compressed data that ends too early",
          WHOLE,
          gzip ? "Rename a file that is not compressed." : "Copy or download it again.");
    }
    if (e instanceof FileNotFoundException && text.contains("does not exist")) {
      return new ReaderFinding(
          "nothing any more (" + firstLine(text) + ")",
          "files that stay while they are read",
          "Another program replaced them meanwhile: run the same command again.");
    }
    return null;
  }

  /** Spark's converter takes the column's type of one file for that of another. */
  private static boolean isOfParquet(Throwable e) {
    return Arrays.stream(e.getStackTrace())
        .limit(FRAMES)
        .anyMatch(frame -> frame.getClassName().contains(".datasources.parquet."));
  }

  /** Parquet's reader of the schema meets a null where the type is newer than itself. */
  private static boolean isFooterOfUnknownTypes(Throwable e) {
    return e instanceof NullPointerException
        && e.getStackTrace().length > 0
        && e.getStackTrace()[0].getClassName().startsWith("org.apache.parquet.");
  }

  /** The file that Spark's check of CSV headers names in its text only. */
  static Optional<String> csvFile(Throwable e) {
    Matcher file = CSV_FILE.matcher(Objects.toString(e.getMessage(), ""));
    return e instanceof IllegalArgumentException && file.find()
        ? Optional.of(firstLine(file.group(1)))
        : Optional.empty();
  }

  private static String header(String text) {
    return text.lines()
        .filter(line -> line.startsWith(" Header"))
        .findFirst()
        .orElse("of other length")
        .strip();
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }
}
