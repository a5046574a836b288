// SPDX-License-Identifier: Apache-2.0
package org.disentangle.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.disentangle.dataset.LabelledDataSet.IfThere;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.CodeFields;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DrawnModels;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelFingerprint;
import org.disentangle.model.TinyModel;
import org.disentangle.model.VaeModel;
import org.disentangle.net.Precision;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledDataSetTest {

  private final SparkSession spark = SharedSpark.session();
  private final InfoGanCrModel model = TinyModel.of(3);

  @TempDir Path folder;

  private CodeSampler sampler() {
    return CodeSampler.of(model).setSeed(5).setCodeNames("shape", "size", "turn");
  }

  private LabelledDataSet set(long count, long rowsPerFile) {
    return new LabelledDataSet(model, sampler(), count).rowsPerFile(rowsPerFile);
  }

  private List<Row> rows(Path path) {
    return spark.read().parquet(path.toString()).sort("id").collectAsList();
  }

  /** Names of the files that hold rows. */
  static Set<String> files(Path path) throws IOException {
    Set<String> files = new TreeSet<>();
    try (var all = Files.list(path)) {
      for (Path file : all.toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith(".") && !name.startsWith("_")) {
          files.add(name);
        }
      }
    }
    return files;
  }

  /** Equal names and, in each file, equal rows in one order. */
  static void assertSameFiles(Path expected, Path found) throws IOException {
    assertEquals(files(expected), files(found));
    SparkSession spark = SharedSpark.session();
    for (String name : files(expected)) {
      assertEquals(
          spark.read().parquet(expected.resolve(name).toString()).collectAsList(),
          spark.read().parquet(found.resolve(name).toString()).collectAsList(),
          name);
    }
  }

  @Test
  void rowsAreTheSameWhateverTheFilesAndAsTheStagesMakeThem() {
    Path three = folder.resolve("three");
    Path one = folder.resolve("one");
    set(50, 20).write(spark, three.toString(), IfThere.REFUSE);
    set(50, 1000).write(spark, one.toString(), IfThere.REFUSE);
    List<Row> made =
        model
            .transform(sampler().transform(spark.range(50).repartition(3).toDF()))
            .sort("id")
            .collectAsList();
    assertEquals(made, rows(three));
    assertEquals(made, rows(one));
    assertEquals(50, made.size());
  }

  @Test
  void filesHoldRangesOfIdsAndAreNamedAfterThem() throws IOException {
    Path path = folder.resolve("set");
    set(50, 20).write(spark, path.toString(), IfThere.REFUSE);
    assertEquals(
        List.of(
            "rows-000000000000-000000000019.parquet",
            "rows-000000000020-000000000039.parquet",
            "rows-000000000040-000000000049.parquet"),
        List.copyOf(files(path)));
    Row last =
        spark
            .read()
            .parquet(path.resolve("rows-000000000040-000000000049.parquet").toString())
            .agg(functions.min("id"), functions.max("id"), functions.count("id"))
            .head();
    assertEquals(List.of(40L, 49L, 10L), List.of(last.get(0), last.get(1), last.get(2)));
    assertEquals(
        "size",
        CodeFields.attributes(spark.read().parquet(path.toString()).schema().apply("codes"))
            .getAttr(1)
            .name()
            .get());
    Path again = folder.resolve("again");
    set(50, 20).write(spark, again.toString(), IfThere.REFUSE);
    assertSameFiles(path, again);
  }

  @Test
  void resumingWritesWhatIsMissingAndNothingElse() throws IOException {
    Path whole = folder.resolve("whole");
    Path part = folder.resolve("part");
    set(50, 10).write(spark, whole.toString(), IfThere.REFUSE);
    set(50, 10).write(spark, part.toString(), IfThere.REFUSE);
    Files.delete(folder.resolve("part-card/card.json"));
    Files.delete(part.resolve("rows-000000000010-000000000019.parquet"));
    Files.delete(part.resolve("rows-000000000040-000000000049.parquet"));
    Files.createDirectories(part.resolve("_temporary/0/attempt"));
    Path kept = part.resolve("rows-000000000000-000000000009.parquet");
    var time = Files.getLastModifiedTime(kept);
    List<Long> heard = new ArrayList<>();
    set(50, 10)
        .listener((done, count) -> heard.add(done))
        .write(spark, part.toString(), IfThere.RESUME);
    assertSameFiles(whole, part);
    assertEquals(rows(whole), rows(part));
    assertEquals(time, Files.getLastModifiedTime(kept));
    assertFalse(Files.exists(part.resolve("_temporary")));
    assertEquals(30L, heard.get(0));
    assertEquals(50L, heard.get(heard.size() - 1));
    DataCard card = set(50, 10).write(spark, part.toString(), IfThere.RESUME);
    assertEquals(50, card.count());
  }

  @Test
  void cardTellsWhatTheSetIs() throws IOException {
    Path path = folder.resolve("set");
    CodeSampler codes =
        sampler().setCodeGrid("shape=3").setFixedCodes("turn=0.25").setCodeDraw("balanced");
    new LabelledDataSet(model, codes, 30)
        .rowsPerFile(20)
        .write(spark, path.toString(), IfThere.REFUSE);
    JsonNode card = new ObjectMapper().readTree(folder.resolve("set-card/card.json").toFile());
    assertEquals(ModelFingerprint.of(model), card.at("/model/fingerprint").asText());
    assertEquals(64, card.at("/model/fingerprint").asText().length());
    assertEquals(5, card.get("seed").asLong());
    assertEquals(30, card.get("count").asLong());
    assertEquals(2, card.get("files").asInt());
    assertEquals("shape", card.at("/codes/0/name").asText());
    assertEquals("grid of 3 values", card.at("/codes/0/draw").asText());
    assertEquals("balanced over 16 intervals", card.at("/codes/1/draw").asText());
    assertEquals(-1, card.at("/codes/1/min").asDouble());
    assertEquals(0.25, card.at("/codes/2/max").asDouble());
    assertEquals("image", card.at("/image/format").asText());
    assertEquals(32, card.at("/image/width").asInt());
    assertEquals(SharedSpark.session().version(), card.at("/versions/spark").asText());
    assertTrue(Instant.parse(card.get("date").asText()).isBefore(Instant.now().plusSeconds(1)));
    String text = Files.readString(folder.resolve("set-card/CARD.md"));
    assertTrue(text.contains("| 1 | size | -1.0 | 1.0 | balanced over 16 intervals |"), text);
    assertTrue(text.contains(ModelFingerprint.of(model)), text);
    assertTrue(text.contains("in 2 Parquet files of up to 20 |"), text);
  }

  @Test
  void cardNamesColumnsThatAreThereAlone() throws IOException {
    Path path = folder.resolve("set");
    VaeModel without = DrawnModels.of(VaeModel.class, 3);
    LabelledDataSet set = new LabelledDataSet(without, CodeSampler.of(without), 5);
    DataCard card = set.write(spark, path.toString(), IfThere.REFUSE);
    assertNull(card.noise());
    String text = Files.readString(folder.resolve("set-card/CARD.md"));
    assertTrue(text.contains("| Noise | none |"), text);
    assertTrue(text.contains("in 1 Parquet file of up to"), text);
    assertTrue(text.contains("| Trained with | not known |"), text);
    List<String> columns = List.of(spark.read().parquet(path.toString()).columns());
    Matcher named = Pattern.compile("[Cc]olumn `([^`]+)`").matcher(text);
    int checked = 0;
    for (; named.find(); checked++) {
      assertTrue(columns.contains(named.group(1)), text);
    }
    assertEquals(2, checked);
    assertEquals(card, set.write(spark, path.toString(), IfThere.RESUME));
  }

  @Test
  void theCardAndWhatIsResumedKnowThePrecision() throws IOException {
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
    Path path = folder.resolve("set");
    assertEquals("float32", set(20, 10).write(spark, path.toString(), IfThere.REFUSE).precision());
    List<Row> exact = rows(path);
    JsonNode first = new ObjectMapper().readTree(folder.resolve("set-card/set.json").toFile());
    assertFalse(first.has("precision"), first::toString);
    model.setPrecision("bfloat16");
    assertRefused(
        "expected the set to resume, with precision bfloat16",
        () -> set(20, 10).write(spark, path.toString(), IfThere.RESUME));
    assertEquals(
        "bfloat16", set(20, 10).write(spark, path.toString(), IfThere.REPLACE).precision());
    assertNotEquals(exact, rows(path));
    String text = Files.readString(folder.resolve("set-card/CARD.md"));
    assertTrue(text.contains("| Computed in | bfloat16 |"), text);
  }

  @Test
  void aSetGoesWhenTheOneInItsPlaceIsWhole() throws IOException {
    Path path = folder.resolve("set");
    set(20, 10).write(spark, path.toString(), IfThere.REFUSE);
    List<Row> old = rows(path);
    LabelledDataSet other = set(30, 5);
    WritingListener stopped =
        (done, total) -> {
          throw new IllegalStateException("stopped");
        };
    for (IfThere how : List.of(IfThere.REPLACE, IfThere.RESUME)) {
      assertThrows(
          IllegalStateException.class,
          () -> other.listener(stopped).write(spark, path.toString(), how));
      assertEquals(old, rows(path));
      assertTrue(Files.exists(folder.resolve("set-card/card.json")));
    }
    other.listener((done, total) -> {}).write(spark, path.toString(), IfThere.RESUME);
    Path whole = folder.resolve("whole");
    other.write(spark, whole.toString(), IfThere.REFUSE);
    assertSameFiles(whole, path);
    assertEquals(
        Files.readString(folder.resolve("whole-card/set.json")),
        Files.readString(folder.resolve("set-card/set.json")));
    assertEquals(
        List.of("set", "set-card", "whole", "whole-card"),
        Stream.of(folder.toFile().list()).sorted().toList());
  }

  @Test
  void theFolderHoldsNothingButParquet() throws IOException {
    set(20, 10).write(spark, folder.resolve("set").toString(), IfThere.REFUSE);
    try (var all = Files.walk(folder.resolve("set"))) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertEquals(2, files.size(), files::toString);
      files.forEach(file -> assertTrue(file.toString().endsWith("9.parquet"), file::toString));
    }
  }

  @Test
  void setsOfEarlierVersionsAreKnownAndResumed() throws IOException {
    Path path = folder.resolve("set");
    set(20, 10).write(spark, path.toString(), IfThere.REFUSE);
    Path card = folder.resolve("set-card");
    Files.createDirectories(path.resolve("_card"));
    Files.move(card.resolve("set.json"), path.resolve("_set.json"));
    Files.move(card.resolve("card.json"), path.resolve("_card/card.json"));
    Files.move(card.resolve("CARD.md"), path.resolve("_card/CARD.md"));
    Files.delete(card);
    assertRefused(
        "with --overwrite", () -> set(20, 10).write(spark, path.toString(), IfThere.REFUSE));
    assertRefused("count 20", () -> set(30, 10).write(spark, path.toString(), IfThere.RESUME));
    assertEquals(20, set(20, 10).write(spark, path.toString(), IfThere.RESUME).count());
    assertFalse(Files.exists(path.resolve("_set.json")));
    assertFalse(Files.exists(path.resolve("_card")));
    assertTrue(Files.exists(card.resolve("card.json")));
  }

  @Test
  void isNeverWrittenInOrOverASavedModel() throws IOException {
    Path saved = folder.resolve("model");
    model.write().save(saved.toString());
    Path link = Files.createSymbolicLink(folder.resolve("link"), saved);
    for (Path place :
        List.of(saved, saved.resolve("set"), saved.resolve("history/x/y"), link, folder)) {
      assertRefused(
          "parameter path", () -> set(9, 9).write(spark, place.toString(), IfThere.REPLACE));
    }
    model.write().save(folder.resolve("x-card").toString());
    assertRefused(
        "saved stage",
        () -> set(9, 9).write(spark, folder.resolve("x").toString(), IfThere.REFUSE));
    Path notes = Files.writeString(folder.resolve("notes"), "mine");
    assertRefused("found a file", () -> set(9, 9).write(spark, notes.toString(), IfThere.REPLACE));
    assertEquals("mine", Files.readString(notes));
    assertEquals(model.data().state(), InfoGanCrModel.load(saved.toString()).data().state());
  }

  @Test
  void refusesToTouchWhatIsThere() throws IOException {
    Path path = folder.resolve("set");
    set(20, 10).write(spark, path.toString(), IfThere.REFUSE);
    assertRefused(
        "with --overwrite", () -> set(20, 10).write(spark, path.toString(), IfThere.REFUSE));
    Files.delete(folder.resolve("set-card/card.json"));
    assertRefused(
        "unfinished labelled data set (2 files)",
        () -> set(20, 10).write(spark, path.toString(), IfThere.REFUSE));
    assertRefused(
        "a set with count 20; expected the set to resume, with count 30",
        () -> set(30, 10).write(spark, path.toString(), IfThere.RESUME));
    assertRefused("rowsPerFile 10", () -> set(20, 5).write(spark, path.toString(), IfThere.RESUME));
    assertRefused(
        "a set with model",
        () ->
            new LabelledDataSet(TinyModel.of(4), sampler(), 20)
                .rowsPerFile(10)
                .write(spark, path.toString(), IfThere.RESUME));
    Path foreign = Files.writeString(path.resolve("mine.txt"), "mine");
    assertRefused("'mine.txt'", () -> set(20, 10).write(spark, path.toString(), IfThere.RESUME));
    assertRefused(
        "which holds mine.txt", () -> set(20, 10).write(spark, path.toString(), IfThere.REPLACE));
    assertEquals("mine", Files.readString(foreign));
    Files.delete(foreign);
    set(20, 10).write(spark, path.toString(), IfThere.REPLACE);
    assertEquals(20, rows(path).size());
  }

  @Test
  void refusesParamsThatDoNotFitBeforeAnythingIsWritten() {
    String path = folder.resolve("set").toString();
    assertRefused("count", () -> set(0, 10).write(spark, path, IfThere.REFUSE));
    assertRefused("rowsPerFile", () -> set(10, 0).write(spark, path, IfThere.REFUSE));
    assertRefused("rowsPerFile", () -> set(200_001, 2).write(spark, path, IfThere.REFUSE));
    assertRefused("numCodes", () -> new LabelledDataSet(model, sampler().setNumCodes(4), 10));
    assertRefused(
        "codeGrid",
        () ->
            new LabelledDataSet(model, sampler().setCodeGrid("colour=3"), 10)
                .write(spark, path, IfThere.REFUSE));
    assertFalse(Files.exists(Path.of(path)));
  }

  static void assertRefused(String part, org.junit.jupiter.api.function.Executable work) {
    InvalidInputException refusal = assertThrows(InvalidInputException.class, work);
    assertTrue(refusal.getMessage().contains(part), refusal.getMessage());
  }
}
