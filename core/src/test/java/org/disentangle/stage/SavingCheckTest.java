// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.ml.feature.Tokenizer;
import org.disentangle.stage.StageWriter.SavingCheck;
import org.junit.jupiter.api.Test;

/** A class path that cannot save is found before anything is trained. */
class SavingCheckTest {

  @Test
  void librariesThatDoNotGoTogetherAreNamedWithTheirVersions() {
    SavingCheck.Text broken =
        () -> {
          throw new NoClassDefFoundError(
              "com/fasterxml/jackson/core/exc/StreamConstraintsException");
        };
    String message =
        assertThrows(IllegalStateException.class, () -> SavingCheck.check("infoGanCr_1", broken))
            .getMessage();
    assertTrue(message.startsWith("infoGanCr_1: the class path has jackson-core 2."), message);
    assertTrue(message.contains("and jackson-databind 2."), message);
    assertTrue(message.contains("StreamConstraintsException"), message);
  }

  @Test
  void aSoundClassPathPasses() {
    assertDoesNotThrow(() -> SavingCheck.check(new Tokenizer("t")));
  }
}
