// SPDX-License-Identifier: Apache-2.0
package org.disentangle.pretrained;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PretrainedModelsTest {

  private static final PretrainedCard CARD =
      new PretrainedCard(
          "blue-3",
          "Draws nothing.",
          "VaeModel",
          "1x8x8",
          List.of("kind", "size"),
          List.of(List.of("round", "square")),
          "CC0",
          List.of("train it"),
          "nothing",
          "dsprites",
          7,
          Map.of("mig", 0.5));

  @TempDir Path folder;
  private ClassLoader before;

  @BeforeEach
  void putTwoJarsOnTheClassPath() throws IOException {
    model("a", "blue-3", "sub/file");
    model("b", "amber", "../../outside");
    before = Thread.currentThread().getContextClassLoader();
    URL[] jars = {folder.resolve("a").toUri().toURL(), folder.resolve("b").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(jars, before));
  }

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private void model(String jar, String name, String file) throws IOException {
    Path index = folder.resolve(jar).resolve(PretrainedModels.INDEX);
    Files.createDirectories(index.getParent());
    Files.writeString(index, name + "\n\n");
    Path model = folder.resolve(jar).resolve("org/disentangle/pretrained").resolve(name);
    Files.createDirectories(model);
    Files.writeString(model.resolve("card.json"), PretrainedModels.json(CARD));
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(model.resolve("model.zip")))) {
      zip.putNextEntry(new ZipEntry(file));
      zip.write(new byte[] {1, 2, 3});
    }
  }

  @Test
  void namesAreThoseOfAllJars() {
    assertTrue(PretrainedModels.names().containsAll(List.of("amber", "blue-3")));
    assertTrue(PretrainedModels.size("blue-3") > 3);
  }

  @Test
  void cardsComeBackAsTheyWereWritten() {
    assertEquals(CARD, PretrainedModels.card("blue-3"));
  }

  @Test
  void aModelIsUnpackedOnce() throws IOException {
    Path copy = PretrainedModels.folder("pretrained:blue-3");
    assertEquals(3, Files.readAllBytes(copy.resolve("sub/file")).length);
    assertEquals(copy, PretrainedModels.folder("pretrained:blue-3"));
  }

  @Test
  void whatLiesOutsideItsFolderIsNotUnpacked() {
    assertThrows(UncheckedIOException.class, () -> PretrainedModels.folder("pretrained:amber"));
  }

  @Test
  void unknownNamesAreRefusedWithThoseThatThereAre() {
    for (String name : List.of("pretrained:green", "pretrained:", "pretrained:../b")) {
      assertTrue(PretrainedModels.isName(name));
      String message =
          assertThrows(InvalidInputException.class, () -> PretrainedModels.folder(name))
              .getMessage();
      assertTrue(message.contains("found '" + name + "'"), message);
      assertTrue(message.contains("pretrained:amber, pretrained:blue-3"), message);
    }
    assertFalse(PretrainedModels.isName("folder/pretrained:x"));
    assertFalse(PretrainedModels.isName(null));
  }
}
