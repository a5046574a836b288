// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.Bucketizer;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder says it is, is not run before it is known to be what was asked for. */
class StoredStageTest {

  private static final AtomicInteger RUN = new AtomicInteger();

  /** A class whose initialiser leaves a trace. */
  static final class Trap {
    static {
      RUN.incrementAndGet();
    }

    private Trap() {}

    public static Object load(String path) {
      throw new AssertionError(path);
    }
  }

  @TempDir Path folder;

  private InvalidInputException refusal(String type) throws IOException {
    Files.createDirectories(folder.resolve("metadata"));
    Files.writeString(
        folder.resolve("metadata/part-00000"),
        String.format(
            Locale.ROOT,
            "{\"class\":\"%s\",\"uid\":\"a\",\"paramMap\":{},\"defaultParamMap\":{}}",
            type));
    return assertThrows(
        InvalidInputException.class,
        () -> StoredStage.load(Transformer.class, SharedSpark.session(), folder.toString()));
  }

  @Test
  void aForeignClassIsRefusedByNameAndItsInitialiserDoesNotRun() throws IOException {
    String message = refusal(Trap.class.getName()).getMessage();
    assertEquals(0, RUN.get());
    assertTrue(message.contains("StoredStageTest$Trap"), message);
    assertTrue(message.contains("expected a saved " + Transformer.class.getName()), message);
    assertThrows(AssertionError.class, () -> Trap.load("the trap is one"));
    assertEquals(1, RUN.get());
  }

  @Test
  void whatIsOnNoClassPathIsRefusedByName() throws IOException {
    for (String type : new String[] {"no.such.Stage", "[I", "int", "a b", ""}) {
      String message = refusal(type).getMessage();
      assertTrue(message.contains("found a saved " + type), message);
      assertFalse(message.contains("Exception"), message);
    }
  }

  @Test
  void stagesOfSparkAreLoadedWhereOneOfTheirKindIsAskedFor() throws IOException {
    SharedSpark.session();
    Bucketizer saved = new Bucketizer().setInputCol("a").setOutputCol("b").setSplits(SPLITS);
    String path = folder.resolve("bucketizer").toString();
    saved.save(path);
    Transformer loaded = StoredStage.load(Transformer.class, SharedSpark.session(), path);
    assertEquals(saved.uid(), loaded.uid());
  }

  private static final double[] SPLITS = {0, 1, 2};
}
