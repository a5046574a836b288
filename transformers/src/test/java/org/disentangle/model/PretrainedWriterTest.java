// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.disentangle.pretrained.PretrainedCard;
import org.disentangle.pretrained.PretrainedModels;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedWriterTest {

  private static final String NAME = "pretrained:tiny";

  @TempDir Path folder;
  private final InfoGanCrModel model = TinyModel.of(5).setBatchSize(4);
  private ClassLoader before;
  private long bytes;

  @BeforeEach
  void pack() throws IOException {
    SharedSpark.session();
    before = Thread.currentThread().getContextClassLoader();
    bytes = new PretrainedWriter(folder).write(model, card("tiny"));
    URL[] jars = {folder.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(jars, before));
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static PretrainedCard card(String name) {
    return new PretrainedCard(
        name, "", "", "", List.of(), List.of(), "", List.of(), "", "", 0, Map.of());
  }

  @Test
  void loadsAsItWas() {
    DisentangledModel<?> loaded = DisentangledModel.load(NAME);
    assertEquals(model.uid(), loaded.uid());
    assertEquals(4, loaded.getBatchSize());
    assertEquals(model.latent(), loaded.latent());
    assertEquals(model.summary(), loaded.summary());
    for (String network : model.data().networks().architectures().keySet()) {
      assertEquals(
          model.data().state().network(network).withoutOptimizer(),
          loaded.data().state().network(network),
          network);
    }
    assertEquals(model.uid(), InfoGanCrModel.load(NAME).uid());
  }

  @Test
  void isSavedAgainLikeAnyOther() throws IOException {
    Path again = folder.resolve("again");
    DisentangledModel.load(NAME).write().save(again.toString());
    DisentangledModel<?> loaded = DisentangledModel.load(again.toString());
    assertArrayEquals(
        model.data().state().network("G").parameters(),
        loaded.data().state().network("G").parameters());
    assertEquals(model.summary(), loaded.summary());
  }

  @Test
  void startsATrainingButForItsOptimisers() {
    InputErrors errors = new InputErrors("stage");
    InitialWeights weights = InitialWeights.load(errors, SharedSpark.session(), NAME);
    var fresh = model.data().state();
    var expected = model.data().networks().architectures();
    assertArrayEquals(
        fresh.network("G").parameters(),
        weights.into(fresh, expected, false).network("G").parameters());
    assertRefused(
        () -> weights.into(fresh, expected, true), "with 0 values of optimiser state", NAME);
  }

  @Test
  void theIndexNamesAllModelsOfTheFolder() throws IOException {
    assertTrue(PretrainedModels.names().contains("tiny"));
    assertEquals(bytes, PretrainedModels.size("tiny"));
    new PretrainedWriter(folder).write(model, card("another"));
    assertEquals(
        List.of("another", "tiny"), Files.readAllLines(folder.resolve(PretrainedModels.INDEX)));
  }

  @Test
  void isNeverAnOutput() {
    assertRefused(() -> model.write().overwrite().save(NAME), NAME, "expected the path of a file");
  }

  @Test
  void otherNamesAreRefused() {
    for (String name : List.of("Tiny", "a/b", "..", "")) {
      assertRefused(
          () -> new PretrainedWriter(folder).write(model, card(name)), "lower-case letters");
    }
    assertRefused(() -> DisentangledModel.load("pretrained:tinny"), "pretrained:tiny");
  }
}
