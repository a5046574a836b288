// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.disentangle.dataset.ClassFolders;
import org.disentangle.dataset.ContactSheet;
import org.disentangle.dataset.LabelledDataSet;
import org.disentangle.dataset.LabelledDataSet.IfThere;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.QualifiedPath;
import org.disentangle.stage.StoredStage;
import org.disentangle.testing.OddNames;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models and labelled sets lie where they are told to, whatever the name. */
@Tag("fuzz")
class ModelPathsTest {

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    SharedSpark.session();
  }

  @ParameterizedTest
  @MethodSource("org.disentangle.testing.OddNames#all")
  void aModelKeepsItsOwnHistory(String name) throws IOException {
    TinyInfoGan.of(1).save(folder.resolve(OddNames.decoy(name)).toString());
    InfoGanCrModel saved = TinyModel.of(3);
    String path = folder.resolve(name).toString();
    saved.save(path);
    InfoGanCrModel loaded = InfoGanCrModel.load(path);
    assertEquals(saved.summary(), loaded.summary());
    assertEquals(saved.data(), loaded.data());
    assertNotEquals(TinyInfoGan.of(1).summary(), loaded.summary());
  }

  @Test
  void everyKindOfModel() throws IOException {
    int number = 0;
    for (TinyModels.Entry entry : TinyModels.all()) {
      String path = folder.resolve(number++ + OddNames.WORST).toString();
      ((PersistentStage) entry.model()).write().save(path);
      Object loaded = StoredStage.load(entry.model().getClass(), SharedSpark.session(), path);
      assertEquals(entry.model().toString(), loaded.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("org.disentangle.testing.OddNames#few")
  void aSetIsResumedDrawnAndSorted(String name) throws IOException {
    InfoGanCrModel model = TinyModel.of(3).setImageFormat("png");
    CodeSampler sampler = CodeSampler.of(model).setSeed(7);
    set(model, CodeSampler.of(model).setSeed(8), OddNames.decoy(name), IfThere.REFUSE);
    set(model, sampler, name, IfThere.REFUSE);
    set(model, sampler, name, IfThere.RESUME);
    String path = folder.resolve(name).toString();
    assertEquals(6, QualifiedPath.reader(SharedSpark.session()).parquet(path).count());
    Path sheet = folder.resolve("sheet-" + name + ".png");
    new ContactSheet(SharedSpark.session(), path, model, sampler).write(sheet, false);
    Path classes = folder.resolve("classes-" + name);
    new ClassFolders(SharedSpark.session(), path, model, sampler, "0", 6).write(classes, false);
    assertTrue(sheet.toFile().isFile());
    assertTrue(classes.toFile().list().length > 0);
    set(model, sampler, name, IfThere.REPLACE);
  }

  private void set(InfoGanCrModel model, CodeSampler sampler, String name, IfThere ifThere) {
    new LabelledDataSet(model, sampler, 6)
        .rowsPerFile(3)
        .write(SharedSpark.session(), folder.resolve(name).toString(), ifThere);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nosuch://h/x", "s3a://b/x", "col:on.gz", "/proc/x/y"})
  void whatCannotBeReachedIsRefusedByName(String path) {
    InfoGanCrModel model = TinyModel.of(3);
    assertRefused(path, () -> model.save(path));
    assertRefused(path, () -> InfoGanCrModel.load(path));
    assertRefused(
        path,
        () ->
            new LabelledDataSet(model, CodeSampler.of(model), 6)
                .write(SharedSpark.session(), path, IfThere.REFUSE));
  }

  private static void assertRefused(String path, Executable work) {
    String message = assertThrows(InvalidInputException.class, work).getMessage();
    assertTrue(message.contains(path), message);
  }
}
