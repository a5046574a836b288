// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.latents;
import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saved models: complete, plain files, and refused when damaged. */
class ModelPersistenceTest {

  @TempDir static Path kept;
  @TempDir Path folder;

  @BeforeAll
  static void saveOnce() throws IOException {
    SharedSpark.session();
    model().save(kept.resolve("model").toString());
  }

  /** A copy of the saved model, to be damaged at will. */
  private String saved() throws IOException {
    Path from = kept.resolve("model");
    Path to = folder.resolve("model");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
    return to.toString();
  }

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(model().setSeed(3).setImageFormat("png"), folder, sprites(3, "image"));
    assertEquals(
        "InfoGanCrModel: uid=tinyModel, numCodes=3, noiseDim=2, images=1x32x32",
        model().toString());
  }

  @Test
  void nothingIsLostBySavingAndLoading() throws IOException {
    InfoGanCrModel loaded = InfoGanCrModel.load(saved());
    assertEquals(model().data(), loaded.data());
    assertEquals(model().summary(), loaded.summary());
    assertEquals(
        model().transform(latents(9)).collectAsList(),
        loaded.transform(latents(9)).collectAsList());
    assertEquals(
        model().transform(sprites(9, "png")).collectAsList(),
        loaded.transform(sprites(9, "png")).collectAsList());
  }

  @Test
  void historyIsPlainParquet() throws IOException {
    List<Double> losses =
        SharedSpark.session()
            .read()
            .parquet(saved() + "/history")
            .sort("round")
            .select("loss_D")
            .collectAsList()
            .stream()
            .map(row -> row.getDouble(0))
            .toList();
    assertEquals(List.of(1.5, 1.25), losses);
  }

  @Test
  void anExistingPathIsKeptUnlessOverwritingIsAsked() throws IOException {
    String path = saved();
    InfoGanCrModel other = new InfoGanCrModel("other", TinyModel.data(8));
    IOException refused = assertThrows(IOException.class, () -> other.save(path));
    assertTrue(refused.getMessage().contains(path), refused.getMessage());
    assertEquals("tinyModel", InfoGanCrModel.load(path).uid());
    other.write().overwrite().save(path);
    assertEquals("other", InfoGanCrModel.load(path).uid());
    assertEquals(TinyModel.data(8), InfoGanCrModel.load(path).data());
  }

  @ParameterizedTest
  @ValueSource(strings = {"G.zip", "H.zip", "architecture.json", "training.json"})
  void missingFiles(String file) throws IOException {
    String path = saved();
    Files.delete(Path.of(path, file));
    assertRefused(() -> InfoGanCrModel.load(path), "tinyModel", file, "found nothing", "in part");
  }

  @ParameterizedTest
  @CsvSource({"D.zip", "architecture.json", "training.json"})
  void truncatedFiles(String file) throws IOException {
    String path = saved();
    Path damaged = Path.of(path, file);
    byte[] bytes = Files.readAllBytes(damaged);
    Files.deleteIfExists(damaged.resolveSibling("." + file + ".crc"));
    Files.write(damaged, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(() -> InfoGanCrModel.load(path), "tinyModel", file, "unreadable", "in part");
  }

  @Test
  void missingHistory() throws IOException {
    String path = saved();
    deleteAll(Path.of(path, "history"));
    assertRefused(
        () -> InfoGanCrModel.load(path), "tinyModel", "/history: found nothing", "in part");
  }

  /** As a reader finds it whose files another program takes away. */
  @Test
  void damagedHistoryIsSaidWithItsCause() throws IOException {
    Path history = Path.of(saved(), "history");
    try (Stream<Path> files = Files.list(history)) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().endsWith(".crc")) {
          Files.delete(file);
        } else if (file.getFileName().toString().startsWith("part-")) {
          Files.write(file, new byte[] {1, 2, 3});
        }
      }
    }
    assertRefused(
        () -> InfoGanCrModel.load(history.getParent().toString()),
        "/history: found something unreadable",
        "is not a Parquet file",
        "is being replaced at this moment");
  }

  @Test
  void networksOfAnotherModel() throws IOException {
    String path = saved();
    Path g = Path.of(path, "G.zip");
    Files.deleteIfExists(g.resolveSibling(".G.zip.crc"));
    Files.copy(Path.of(path, "D.zip"), g, StandardCopyOption.REPLACE_EXISTING);
    assertRefused(() -> InfoGanCrModel.load(path), "tinyModel", "G.zip", "the architecture");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noiseDim | 6   | which are 9 values; expected 5, which G takes",
        "numCodes | 2   | which are 4 values; expected 5, which G takes",
        "categories | [3] | which are 7 values; expected 5, which G takes",
        "numCodes | 4294967299 | numCodes: found 4294967299",
        "noiseDim | 2.5 | noiseDim: found 2.5",
      })
  void aLatentSpaceOfAnotherModel(String name, String value, String said) throws IOException {
    String path = saved();
    change(path, name, value);
    assertRefused(() -> InfoGanCrModel.load(path), "tinyModel", "training.json", said);
  }

  @Test
  void aLatentSpaceThatFitsTheGeneratorAlone() throws IOException {
    String path = saved();
    change(path, "noiseDim", "0");
    change(path, "numCodes", "5");
    assertRefused(
        () -> InfoGanCrModel.load(path),
        "training.json: found numCodes 5, noiseDim 0 and categories [], which are 5 values",
        "expected 3 of codes, which D gives by architecture.json");
  }

  static List<Class<? extends DisentangledModel<?>>> systems() {
    return DrawnModels.types();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void everySystemKnowsHowManyCodesItHas(Class<? extends DisentangledModel<?>> type)
      throws IOException {
    DisentangledModel<?> model = DrawnModels.of(type, 3);
    String path = folder.resolve("system").toString();
    model.save(path);
    DisentangledModel.load(path);
    change(path, "numCodes", String.valueOf(model.numCodes() + 1));
    assertRefused(() -> DisentangledModel.load(path), "training.json", "which");
    if (model.noiseDim() > 0) {
      change(path, "noiseDim", String.valueOf(model.noiseDim() - 1));
      assertRefused(() -> DisentangledModel.load(path), "training.json", "of codes, which");
    }
  }

  private static void change(String path, String name, String value) throws IOException {
    Path file = Path.of(path, "training.json");
    Files.deleteIfExists(file.resolveSibling(".training.json.crc"));
    String text = Files.readString(file);
    String changed =
        text.replaceFirst(
            "\"" + name + "\":[^,\\[]+|\"" + name + "\":\\[]", "\"" + name + "\":" + value);
    assertNotEquals(text, changed);
    Files.writeString(file, changed);
  }

  @Test
  void missingOrForeignMetadata() throws IOException {
    String path = saved();
    assertRefused(
        () -> CodeSampler.load(path), "CodeSampler", "InfoGanCrModel", "Load it by its own class");
    deleteAll(Path.of(path, "metadata"));
    assertRefused(() -> InfoGanCrModel.load(path), "InfoGanCrModel", "metadata", "nothing");
    assertRefused(
        () -> InfoGanCrModel.load(folder.resolve("no such model").toString()),
        "InfoGanCrModel",
        "no such model",
        "Check the path");
  }

  @Test
  void whatIsNoModelIsNotTakenForOne() throws IOException {
    Path pipeline = folder.resolve("pipeline");
    new org.apache.spark.ml.Pipeline()
        .setStages(new org.apache.spark.ml.PipelineStage[] {model()})
        .fit(latents(1))
        .save(pipeline.toString());
    assertRefused(
        () -> InfoGanCrModel.load(pipeline.toString()), "InfoGanCrModel", "PipelineModel");
    assertEquals(
        model().transform(latents(5)).collectAsList(),
        PipelineModel.load(pipeline.toString()).transform(latents(5)).collectAsList());
  }

  private static void deleteAll(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertFalse(Files.exists(root));
  }
}
