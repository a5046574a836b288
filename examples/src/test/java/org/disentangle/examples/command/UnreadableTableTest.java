// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.stage.Versions;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that Spark's readers refuse end in two lines and code 2; what can be read is read. */
class UnreadableTableTest {

  private static final String ROWS = rows();

  @TempDir static Path folder;

  private static String rows() {
    StringBuilder text = new StringBuilder("factor_a,factor_b,code_0,code_1\n");
    for (int i = 0; i < 48; i++) {
      text.append(i % 2).append(',').append(i % 3).append(',');
      text.append(i % 2).append(".5,").append(i % 3).append('\n');
    }
    return text.toString();
  }

  @BeforeAll
  static void writeTables() throws IOException {
    text("good.csv", ROWS);
    text("capitals.CSV", ROWS);
    text("tabs.tsv", ROWS.replace(',', '\t'));
    text("mark.csv", "\ufeff" + ROWS);
    text("windows.csv", ROWS.replace("\n", "\r\n"));
    text("none", ROWS);
    text("quotes.csv", ROWS.replace("factor_a", "\"factor_a\"") + "\"1\",\"2\",\"1.5\",\"2\"\n");
    text("numpy.csv", ROWS.replace("code_1", "factor_c") + "1,2,1.5,1e0\n");
    bytes("packed.csv.gz", gzip(ROWS));
    bytes("packed.csv.bz2", bzip2(ROWS));
    text("folder/a.csv", ROWS);
    text("folder/b.csv", ROWS);
    for (String name :
        List.of("nanoseconds", "half-precision", "brotli", "time-of-day", "byte-stream-split")) {
      try (InputStream file =
          UnreadableTableTest.class.getResourceAsStream("/tables/" + name + ".parquet")) {
        bytes(name + ".parquet", file.readAllBytes());
      }
    }
    byte[] whole = Files.readAllBytes(folder.resolve("byte-stream-split.parquet"));
    bytes("parquet.csv", whole);
    bytes("cut.parquet", Arrays.copyOf(whole, whole.length - 20));
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, whole.length - 60, whole.length - 10, (byte) -1);
    bytes("damaged.parquet", damaged);
    mixed("mixed", "cast(id % 3 as double)", "cast(id % 3 as string)");
    mixed("lists", "cast(id % 3 as double)", "array(cast(id % 3 as double))");
    mixed("values", "array(cast(id % 3 as double))", "cast(id % 3 as double)");
    mixed("pictures", "struct(cast('x' as binary) as data)", "cast('x' as binary)");
    mixed("fewer", "id + 0.5", null);
    mixed("more", null, "id + 0.5");
    mixed("given", "id + 0.5");
    Path given = folder.resolve("given.parquet");
    Files.createDirectory(given.resolve("code_0=1"));
    Files.move(given.resolve("0.parquet"), given.resolve("code_0=1/0.parquet"));
    mixed("bytes", "cast('x' as binary)", "struct(cast('x' as binary) as data)");

    text("ragged.csv", ROWS + "1\n");
    text("long.csv", ROWS + "1,2,3,4,5\n");
    text("header.csv", "factor_a,code_0\n");
    text("empty.csv", "");
    text("semicolons.csv", ROWS.replace(',', ';'));
    text("tabs.csv", ROWS.replace(',', '\t'));
    text("headless.csv", ROWS.substring(ROWS.indexOf('\n') + 1));
    text("twice.csv", ROWS.replace("code_1", "code_0"));
    text("capitals-apart.csv", ROWS.replace("code_1", "Code_0"));
    text("digits.csv", ROWS + "1,2,3," + "7".repeat(1101) + "\n");
    text("begun.parquet", "PAR");
    capitalsApart("capitals.parquet");
    text("word.csv", ROWS + "1,2,high,3\n");
    text("gap.csv", ROWS + "1,2,,3\n");
    text("nan.csv", ROWS + "1,2,nan,3\n");
    text("plain.csv.gz", ROWS);
    bytes("gzip.csv", gzip(ROWS));
    bytes("cut.csv.gz", Arrays.copyOf(gzip(ROWS), 70));
    bytes("wide.csv", ROWS.getBytes(StandardCharsets.UTF_16));
    bytes(
        "latin.csv",
        ROWS.replace("factor_b", "factor_\u00fc").getBytes(StandardCharsets.ISO_8859_1));
    text("swapped/a.csv", ROWS);
    text("swapped/b.csv", ROWS.replace("factor_a,factor_b", "factor_b,factor_a"));
    bytes("hdf.csv", new byte[] {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0});
    Files.createDirectories(folder.resolve("hollow"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "good.csv",
        "capitals.CSV",
        "tabs.tsv",
        "mark.csv",
        "windows.csv",
        "none",
        "quotes.csv",
        "numpy.csv",
        "packed.csv.gz",
        "packed.csv.bz2",
        "folder",
        "byte-stream-split.parquet",
        "parquet.csv"
      })
  void isRead(String name) {
    CommandRun run =
        CommandRun.success("metrics --metric factor_vae --table %s", folder.resolve(name));
    assertTrue(run.out().contains("factor_vae"), run::out);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ragged.csv|the row '1'; expected as many values per row as names",
        "long.csv|the row '1,2,3,4,5'",
        "header.csv|a header and no rows",
        "empty.csv|no bytes at all",
        "semicolons.csv|separated by ';'",
        "tabs.csv|separated by tabs",
        "headless.csv|numbers in the first line",
        "twice.csv|the column code_0 twice",
        "capitals-apart.csv|the column Code_0, and another of this name but for capitals",
        "digits.csv|a number of more than 1100 digits (77777777777777777777...)",
        "begun.parquet|begun.parquet: found a file too short for Parquet",
        "capitals.parquet|capitals.parquet: found the column `factor_a` twice, in the same letters or in capitals",
        "word.csv|'high' in column code_0",
        "gap.csv|found null or NaN",
        "nan.csv|found null or NaN",
        "plain.csv.gz|bytes of text that begin 'factor_a",
        "gzip.csv|a gzip file",
        "cut.csv.gz|ends too early",
        "wide.csv|text in UTF-16",
        "latin.csv|not in UTF-8",
        "swapped|another header (Header: factor_b, factor_a",
        "hdf.csv|an HDF5 file",
        "hollow|a folder without files",
        "nanoseconds.parquet|INT64 (TIMESTAMP(NANOS",
        "brotli.parquet|BrotliCodec",
        "cut.parquet|does not end as Parquet does",
        "damaged.parquet|damaged Parquet",
        "mixed.parquet|in another",
        "lists.parquet|in another",
        "values.parquet|found ",
        "pictures.parquet|found ",
        "bytes.parquet|found ",
        "fewer.parquet|the columns [factor_a]; expected [code_0, factor_a], as in 0.parquet",
        "more.parquet|the columns [code_0, factor_a]; expected [factor_a], as in 0.parquet",
        "given.parquet|the column code_0, which its folder code_0=1 gives too",
      })
  void isRefused(String name, String found) {
    Path table = folder.resolve(name);
    assertRefused("metrics --metric factor_vae --table " + table, name, found);
    if (name.endsWith(".parquet")) {
      String train = "train --preset small32 --max-iter 2 --data parquet:%s --out %s";
      // its bytes are no pictures either, and tasks come upon one or the other first
      String trained = name.equals("bytes.parquet") ? "expected" : "found";
      assertRefused(String.format(Locale.ROOT, train, table, folder.resolve("m")), name, trained);
    }
  }

  @Test
  void halfPrecision() {
    String found =
        isSpark3()
            ? "a type that Spark 3.5 does not know"
            : "a column of the Parquet type FIXED_LEN_BYTE_ARRAY (FLOAT16)";
    isRefused("half-precision.parquet", found);
  }

  /** Spark 4 knows the type, and says no more than its name where it is switched off. */
  @Test
  void timeOfDay() {
    String found = isSpark3() ? "INT64 (TIME(MICROS" : "a column of the Parquet type TIME";
    isRefused("time-of-day.parquet", found);
  }

  private static boolean isSpark3() {
    return Versions.sparkLine().equals("3.5");
  }

  /** As copies of a repository of Hugging Face have them. */
  @Test
  void parquetFilesInAFolderOfTheFolder() throws IOException {
    Path file = folder.resolve("hub/data/train-00000-of-00001.parquet");
    Files.createDirectories(file.getParent());
    Files.copy(folder.resolve("byte-stream-split.parquet"), file);
    String line = "data describe parquet:" + folder.resolve("hub");
    assertRefused(line, "hub", "hub: found no table; expected Parquet files.");
    try (QuietSpark quiet = new QuietSpark()) {
      String advice = CommandRun.of("%s", line).refusal().get(1);
      assertTrue(advice.contains("name the one that has the files"), advice);
    }
  }

  @Test
  void textWhereParquetIsExpected() {
    assertRefused(
        "train --data parquet:" + folder.resolve("good.csv") + " --out " + folder.resolve("m"),
        "good.csv",
        "bytes of text that begin 'factor_a");
  }

  private static void assertRefused(String command, String name, String found) {
    CommandRun run;
    try (QuietSpark quiet = new QuietSpark()) {
      run = CommandRun.of("%s", command);
    }
    assertEquals(2, run.exitCode(), run::err);
    List<String> lines = run.refusal();
    assertTrue(lines.size() <= 2, run::err);
    assertTrue(lines.get(0).contains(found), run::err);
    assertEquals("", run.out());
  }

  /** A table of files, in each of which a column has another type, or is missing for null. */
  private static void mixed(String table, String... codes) throws IOException {
    for (int file = 0; file < codes.length; file++) {
      Path aside = folder.resolve(table + "-" + file);
      Dataset<Row> rows =
          SharedSpark.session()
              .range(0, 24, 1, 1)
              .selectExpr("id % 2 as factor_a", codes[file] + " as code_0");
      if (codes[file] == null) {
        rows = rows.drop("code_0");
      }
      rows.write().parquet(aside.toString());
      try (var files = Files.list(aside)) {
        Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
        bytes(table + ".parquet/" + file + ".parquet", Files.readAllBytes(part));
      }
    }
  }

  /** Names that Spark takes for one unless it is told otherwise. */
  private static void capitalsApart(String table) {
    SparkSession spark = SharedSpark.session().newSession();
    spark.conf().set("spark.sql.caseSensitive", true);
    spark
        .range(24)
        .selectExpr("id % 2 as factor_a", "id % 3 as FACTOR_A", "double(id) as code_0")
        .write()
        .parquet(folder.resolve(table).toString());
  }

  private static void text(String name, String content) throws IOException {
    bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] bzip2(String text) throws IOException {
    BZip2Codec codec = new BZip2Codec();
    codec.setConf(SharedSpark.session().sparkContext().hadoopConfiguration());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = codec.createOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
