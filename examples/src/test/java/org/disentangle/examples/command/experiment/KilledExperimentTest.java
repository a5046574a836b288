// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.examples.Main;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An experiment whose process is killed and that is then given again. */
@Tag("cluster")
class KilledExperimentTest {

  private static final String COMMAND =
      "experiment gap --size tiny --seeds 1 --variants 0,1.9 --out ";

  @TempDir Path folder;

  @Test
  void finishedRunsStayAndTheFiguresAreThose() throws IOException, InterruptedException {
    Path killed = folder.resolve("killed");
    Path first = killed.resolve("0/seed-1/score.json");
    Process process =
        ChildJvm.start(
            ChildJvm.of(Main.class, "1g", (COMMAND + killed).split(" ")), folder.resolve("log"));
    while (!Files.exists(first) && process.isAlive()) {
      Thread.sleep(10);
    }
    process.destroyForcibly().waitFor();
    String log = Files.readString(folder.resolve("log"));
    assertTrue(Files.exists(first), log);
    String before = Files.readString(first);

    CommandRun resumed = CommandRun.of(COMMAND + killed);
    assertEquals(0, resumed.exitCode(), resumed::err);
    assertTrue(resumed.err().matches("(?s).*2 runs, [12] of them finished before.*"), resumed::err);
    assertEquals(before, Files.readString(first));

    Path whole = folder.resolve("whole");
    CommandRun once = CommandRun.of(COMMAND + whole);
    assertEquals(0, once.exitCode(), once::err);
    assertEquals(figures(whole), figures(killed));
  }

  /** All but times. */
  private static Map<String, JsonNode> figures(Path out) throws IOException {
    Map<String, JsonNode> figures = new TreeMap<>();
    for (JsonNode run :
        new ObjectMapper().readTree(out.resolve("results.json").toFile()).get("runs")) {
      assertEquals(2, run.at("/curves/factor_vae").size(), run::toString);
      figures.put(run.get("variant") + " " + run.get("seed"), run.get("curves"));
      run.get("measures")
          .fields()
          .forEachRemaining(
              measure -> {
                if (!measure.getKey().equals("seconds")) {
                  figures.put(
                      run.get("variant") + " " + run.get("seed") + " " + measure.getKey(),
                      measure.getValue());
                }
              });
    }
    assertEquals(2 * 5, figures.size());
    return figures;
  }
}
