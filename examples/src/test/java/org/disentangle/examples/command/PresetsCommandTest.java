// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.command.option.TrainingAhead;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** The page of presets says what the code does. */
class PresetsCommandTest {

  private static final Path PAGE =
      SharedSpark.testData().resolveSibling("examples/docs/presets.md");

  @Test
  void thePageHasTheTablesThatTheCommandPrints() throws IOException {
    String tables = PresetsCommand.tables();
    String page = Files.readString(PAGE);
    assertEquals(tables, page.substring(page.indexOf("## ")), "disentangle presets prints it anew");
  }

  @Test
  void theTablesHaveEverySystemAndValuesOfItsPresets() {
    String tables = CommandRun.success("presets").out();
    for (Algorithm algorithm : Algorithm.all()) {
      assertTrue(tables.contains("`--algorithm " + algorithm + "`"), tables);
    }
    long maxIter = new InfoGanCr().getMaxIter();
    assertTrue(tables.contains("| `maxIter` | " + maxIter + " |"), tables);
    assertFalse(tables.contains("`lambdaD`"), "which lambdaOd gives");
  }

  @Test
  void oneIsPrintedByItsNameWithTheImagesItTakes() {
    String small = CommandRun.success("presets small32-colour").out();
    assertTrue(small.startsWith("## StyleContentVaeGan"), small);
    assertTrue(small.contains("|  | small32-colour |"), small);
    assertTrue(small.contains("| images | 32 x 32 RGB |"), small);
    String system = CommandRun.success("presets infogan").out();
    assertTrue(system.contains("| svhn32 |"), system);
    assertFalse(system.contains("infogan-cr"), system);
    CommandRun unknown = CommandRun.of("presets small23");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("found 'small23'; expected a preset or a system: dsprites,"));
  }

  @Test
  void whatLiesAheadIsSaidBeforeATrainingBegins() {
    InfoGanCr estimator = new InfoGanCr().setNumWorkers(2);
    assertEquals(
        "6 training runs of 322560 iterations with 2 workers;"
            + " how long it will take is shown after 100 of them",
        new TrainingAhead(estimator, 6).toString());
    assertEquals(
        "1 training run of 12 iterations with 1 worker",
        new TrainingAhead(new InfoGanCr().setMaxIter(12), 1).toString());
  }
}
