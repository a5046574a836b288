// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.ObjectStoreFileSystem;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.toy.EveryKind;
import org.disentangle.testing.toy.FactorEncoder;
import org.disentangle.testing.toy.FactorEncoderModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagePersistenceTest {

  @TempDir Path folder;

  @Test
  void metadataIsOneLineWithTheKeysSparkReads() throws IOException {
    SharedSpark.session();
    new EveryKind("kind_1").setSeed(7).save(path("kind"));
    assertTrue(Files.exists(folder.resolve("kind/metadata/_SUCCESS")));
    String text = Files.readString(metadata("kind"));
    assertEquals(text.length() - 1, text.indexOf('\n'));
    JsonNode json = new ObjectMapper().readTree(text);
    assertEquals(EveryKind.class.getName(), json.get("class").asText());
    assertEquals("kind_1", json.get("uid").asText());
    assertEquals(1, json.get("formatVersion").asInt());
    assertEquals(SharedSpark.session().version(), json.get("sparkVersion").asText());
    assertTrue(json.get("timestamp").isIntegralNumber());
    assertEquals("{\"seed\":7}", json.get("paramMap").toString());
    assertEquals(16, json.at("/defaultParamMap/batchSize").asInt());
  }

  @Test
  void defaultsStayAsTheyWereWhenSaved() throws IOException {
    saved("kind", text -> text.replace("\"batchSize\":16", "\"batchSize\":8"));
    EveryKind back = EveryKind.load(path("kind"));
    assertEquals(8, back.getBatchSize());
    assertFalse(back.isSet(back.batchSize()));
  }

  @Test
  void whatIsNotAStageOfThisClassIsRefused() throws IOException {
    refused("found nothing", path("nowhere"));
    refused("found an empty file", saved("empty", text -> ""));
    refused("found text that is not JSON", saved("cut", text -> text.substring(0, 40)));
    refused("found no JSON object", saved("array", text -> "[1]"));
    refused("found no key 'uid'", saved("noUid", text -> text.replace("\"uid\"", "\"uld\"")));
    refused("found a saved a.b.C", saved("foreign", text -> text.replaceAll("org[^\"]*", "a.b.C")));
    refused(
        "found formatVersion 2",
        saved("newer", text -> text.replace("Version\":1", "Version\":2")));
    refused(
        "unknown parameter 'sead'", saved("param", text -> text.replace("\"seed\"", "\"sead\"")));
    refused(
        "found \"x\" for parameter seed", saved("type", text -> text.replace(":7}", ":\"x\"}")));
    refused(
        "parameter batchSize: found 16.5; expected a whole number of 32 bits",
        saved("fraction", text -> text.replace(":16", ":16.5")));
    refused(
        "parameter batchSize: found 4294967312",
        saved("wide", text -> text.replace(":16", ":4294967312")));
    refused(
        "parameter seed: found 7.5; expected a whole number of 64 bits",
        saved("half", text -> text.replace(":7}", ":7.5}")));
    refused("parameter batchSize: found -1", saved("value", text -> text.replace(":16", ":-1")));
  }

  @Test
  void fileDamagedBelowTheFileSystemsChecksumIsRefused() throws IOException {
    String path = saved("kind", UnaryOperator.identity());
    new EveryKind("kind_2").setSeed(7).write().overwrite().save(path);
    Files.writeString(metadata("kind"), Files.readString(metadata("kind")).replace('7', '8'));
    refused("found a wrong checksum", path);
  }

  @Test
  void onlySavedStagesAreReplaced() throws IOException {
    SharedSpark.session().range(3).write().parquet(path("rows"));
    Path notes =
        Files.writeString(
            Files.createDirectories(folder.resolve("mine/deep")).resolve("notes"), "mine");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("mine"));
    for (String name : new String[] {"rows", "mine", "mine/deep/notes", "link", "mine/../mine/"}) {
      StageWriter writer = (StageWriter) new EveryKind("kind_2").write();
      String message =
          assertThrows(InvalidInputException.class, () -> writer.overwrite().save(path(name)), name)
              .getMessage();
      assertTrue(message.contains("parameter path: found "), message);
      assertTrue(message.contains("an earlier result") || message.contains("a file"), message);
    }
    assertEquals(3, SharedSpark.session().read().parquet(path("rows")).count());
    assertEquals("mine", Files.readString(notes));
    String empty = Files.createDirectories(folder.resolve("empty")).toString();
    new EveryKind("kind_2").write().overwrite().save(empty);
    new EveryKind("kind_3").write().overwrite().save(empty);
    assertEquals("kind_3", EveryKind.load(empty).uid());
  }

  @Test
  void stageOfAnotherClassIsRefused() throws IOException {
    String path = saved("kind", UnaryOperator.identity());
    String message =
        assertThrows(InvalidInputException.class, () -> FactorEncoder.load(path)).getMessage();
    assertTrue(message.startsWith("FactorEncoder: file "), message);
    assertTrue(message.contains("expected a saved " + FactorEncoder.class.getName()), message);
  }

  @Test
  void interruptedSaveLeavesWhatWasThereBefore() throws IOException {
    SharedSpark.session();
    EveryKind stage = new EveryKind();
    StageWriter writer =
        new StageWriter(
            stage,
            files -> {
              files.create("half").close();
              throw new IOException("disk full");
            });
    assertThrows(UncheckedIOException.class, () -> writer.save(path("half")));
    assertEquals(0, folder.toFile().list().length);
    stage.setSeed(7).save(path("half"));
    assertThrows(UncheckedIOException.class, () -> writer.overwrite().save(path("half")));
    assertEquals(7, EveryKind.load(path("half")).getSeed());
    assertEquals(1, folder.toFile().list().length);
  }

  @Test
  void aStageThatCannotBeMovedAtOnceIsWhereItIsSavedWithItsMetadataLast() throws IOException {
    ObjectStoreFileSystem.register(
        SharedSpark.session().sparkContext().hadoopConfiguration(), folder);
    String place = "objects://bucket/stage";
    StageWriter writer =
        new StageWriter(
            new EveryKind("kind_1"),
            files -> {
              files.create("data").close();
              assertTrue(files.has("data"));
              assertEquals(place + "/data", files.path("data"));
              assertFalse(files.has(StageMetadata.FILE));
            });
    writer.save(place);
    writer.overwrite().save(place);
    assertEquals("kind_1", EveryKind.load(place).uid());
  }

  @Test
  void dataIsSavedAndLoadedWithTheModel() throws IOException {
    FactorEncoderModel model = new FactorEncoder().setNoise(0.5).fit(factors());
    model.save(path("model"));
    FactorEncoderModel back = FactorEncoderModel.load(path("model"));
    assertArrayEquals(new double[] {1.0, 1.5}, back.means());
    assertArrayEquals(model.means(), back.means());
    assertEquals(
        model.transform(factors()).collectAsList(), back.transform(factors()).collectAsList());
    Files.delete(folder.resolve("model/means.bin"));
    assertThrows(UncheckedIOException.class, () -> FactorEncoderModel.load(path("model")));
  }

  @Test
  void pipelinesSaveAndLoad() throws IOException {
    FactorEncoder encoder = new FactorEncoder().setCodesCol("z");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {encoder});
    pipeline.save(path("pipeline"));
    FactorEncoder loaded = (FactorEncoder) Pipeline.load(path("pipeline")).getStages()[0];
    assertEquals("z", loaded.getCodesCol());
    assertEquals(encoder.uid(), loaded.uid());

    PipelineModel fitted = pipeline.fit(factors());
    fitted.write().overwrite().save(path("pipeline"));
    PipelineModel back = PipelineModel.load(path("pipeline"));
    assertSame(FactorEncoderModel.class, back.stages()[0].getClass());
    assertEquals(
        fitted.transform(factors()).collectAsList(), back.transform(factors()).collectAsList());
  }

  /** Saves a stage, then rewrites its metadata as a whole new file. */
  private String saved(String name, UnaryOperator<String> change) throws IOException {
    SharedSpark.session();
    new EveryKind("kind_1").setSeed(7).save(path(name));
    Files.writeString(metadata(name), change.apply(Files.readString(metadata(name))));
    Files.delete(folder.resolve(name + "/metadata/.part-00000.crc"));
    return path(name);
  }

  /** Spark 4 gives the files of its tables other names. */
  @Test
  void findsMetadataWhateverItsPartIsCalled() throws IOException {
    String path = saved("renamed", text -> text);
    Path part = metadata("renamed");
    Files.move(part, part.resolveSibling("part-00000-3f1c-c000.txt"));
    assertEquals("kind_1", EveryKind.load(path).uid());
    new EveryKind("kind_2").write().overwrite().save(path);
    assertEquals("kind_2", EveryKind.load(path).uid());
  }

  private static void refused(String found, String path) {
    String message =
        assertThrows(InvalidInputException.class, () -> EveryKind.load(path)).getMessage();
    assertTrue(message.contains(found), message);
  }

  private Path metadata(String name) {
    return folder.resolve(name + "/metadata/part-00000");
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Dataset<Row> factors() {
    return SharedSpark.session()
        .sql("select id % 3 as factor_a, id % 4 as factor_b from range(24)");
  }
}
