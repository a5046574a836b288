// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.ofWords;
import static org.disentangle.examples.command.CommandRun.successOfWords;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.testing.OddNames;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command takes files and folders of any name, and refuses what it cannot reach. */
@Tag("train")
class PathNamesTest {

  private static final int IMAGES = 32;

  @TempDir static Path folder;

  @BeforeAll
  static void train() {
    images().write().parquet(path("in"));
    successOfWords(
        "train",
        "--data",
        "parquet:" + path("in"),
        "--preset",
        "small32",
        "--num-codes",
        "3",
        "--batch-size",
        "8",
        "--averaging-frequency",
        "2",
        "--cr-start",
        "1",
        "--max-iter",
        "2",
        "--checkpoint-interval",
        "2",
        "--losses",
        path("losses.png"),
        "--history",
        path("history.csv"),
        "--out",
        path("model"));
    successOfWords(
        "generate",
        "--model",
        path("model"),
        "--count",
        "6",
        "--seed",
        "1",
        "--sheet",
        path("sheet.png"),
        "--folders",
        path("classes"),
        "--by",
        "0",
        "--out",
        path("set"));
  }

  private static Dataset<Row> images() {
    return SharedSpark.session()
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "scale,posX,posY")
        .option("scale", "1,5")
        .option("posX", "0:31:8")
        .option("posY", "0:31:8")
        .load();
  }

  private static String path(String name) {
    return folder.resolve(OddNames.WORST + name).toString();
  }

  @Test
  void whatWasWrittenLiesThere() {
    for (String name :
        new String[] {"losses.png", "history.csv", "model", "sheet.png", "classes", "set"}) {
      assertTrue(Files.exists(Path.of(path(name))), name);
    }
    assertEquals(6, rows(path("set")).count());
  }

  @Test
  void setsAreResumedAndReplaced() {
    for (String how : new String[] {"--resume", "--overwrite"}) {
      successOfWords(
          "generate",
          "--model",
          path("model"),
          "--count",
          "6",
          "--seed",
          "1",
          how,
          "--out",
          path("set"));
      assertEquals(6, rows(path("set")).count());
    }
  }

  @Test
  void codesTraversalsAndScores() throws IOException {
    successOfWords(
        "encode",
        "--model",
        path("model"),
        "--data",
        "parquet:" + path("in"),
        "--out",
        path("codes"));
    assertEquals(IMAGES, rows(path("codes")).count());
    String classes = Path.of(path("classes")).resolve(classFolder()).toString();
    successOfWords(
        "encode",
        "--model",
        path("model"),
        "--data",
        "image:" + classes + ",colourMode=grey",
        "--out",
        path("codes of pictures"));
    assertTrue(rows(path("codes of pictures")).count() > 0);
    successOfWords("traverse", "--model", path("model"), "--out", path("t.png"));
    String table = path("t.csv").replace(':', ';');
    Files.writeString(Path.of(table), "factor_a,code_0\n0,0.5\n1,1.5\n0,0.25\n1,2\n");
    successOfWords(
        "metrics",
        "--table",
        table,
        "--test",
        table,
        "--metric",
        "dci_rf_classifier",
        "--json",
        path("m.json"),
        "--plots",
        path("plots"));
    assertTrue(Files.exists(Path.of(path("m.json"))));
  }

  @Test
  void aFileWithAColonIsRefusedByName() throws IOException {
    Files.writeString(Path.of(path(".csv")), "factor_a,code_0\n0,0.5\n");
    CommandRun run = ofWords("metrics", "--table", path(".csv"));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains("a file whose name has a colon"), run::err);
    assertTrue(run.err().contains("(--table)"), run::err);
  }

  private static String classFolder() {
    return Path.of(path("classes")).toFile().list()[0];
  }

  @ParameterizedTest
  @MethodSource("org.disentangle.testing.OddNames#all")
  void aNameIsNoPatternWhereItIsThere(String name) {
    String data = folder.resolve("data").resolve(name).toString();
    images().limit(3).write().parquet(data);
    images()
        .limit(5)
        .write()
        .mode("ignore")
        .parquet(folder.resolve("data").resolve(OddNames.decoy(name)).toString());
    assertEquals(3, DataSpec.parse("parquet:" + data).load(SharedSpark.session()).count());
  }

  @Test
  void aNameThatIsNotThereMayBeAPattern() {
    images().limit(3).write().parquet(folder.resolve("days/1").toString());
    images().limit(2).write().parquet(folder.resolve("days/2").toString());
    DataSpec both = DataSpec.parse("parquet:" + folder.resolve("days/[12]"));
    assertEquals(5, both.load(SharedSpark.session()).count());
    CommandRun none =
        ofWords(
            "encode",
            "--model",
            path("model"),
            "--data",
            "parquet:" + folder.resolve("days/[34"),
            "--out",
            path("none"));
    assertEquals(2, none.exitCode(), none::err);
    assertTrue(none.err().contains("found nothing"), none::err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.invalid/x",
        "s3a://b/x",
        "nosuch://h/x",
        "hdfs://no-such-host.invalid/x",
        "col:on"
      })
  void pathsThatCannotBeReached(String path) {
    refused(
        path,
        "--data",
        "encode",
        "--model",
        path("model"),
        "--data",
        "parquet:" + path,
        "--out",
        path("never"));
    refused(
        path,
        "",
        "encode",
        "--model",
        path("model"),
        "--data",
        "image:" + path,
        "--out",
        path("never"));
    refused(path, "--table", "metrics", "--table", path);
    refused(
        path,
        "",
        "encode",
        "--model",
        path,
        "--data",
        "parquet:" + path("in"),
        "--out",
        path("never"));
  }

  private static void refused(String path, String option, String... words) {
    CommandRun run = ofWords(words);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(path), run::err);
    assertTrue(path.startsWith("col") || run.err().contains(option), run::err);
    assertTrue(run.err().lines().count() <= 3, run::err);
  }

  private static Dataset<Row> rows(String path) {
    return QualifiedPath.reader(SharedSpark.session()).parquet(path);
  }
}
