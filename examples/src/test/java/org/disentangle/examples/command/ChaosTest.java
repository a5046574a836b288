// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disentangle.examples.Main;
import org.disentangle.testing.ChildJvm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes of real trainings, killed in their middle. The command has a JVM of its own as well: it
 * passes on the loaded classes with which {@link ChildJvm} starts it.
 */
@Tag("cluster")
class ChaosTest {

  @TempDir Path folder;

  @Test
  void killedExecutorsAndDriversChangeNoBit() throws IOException, InterruptedException {
    Path json = folder.resolve("chaos.json");
    String command =
        "chaos --kills 1 --driver-kills 1 --data dsprites:imageSize=32,sample=256 --max-iter 12"
            + " --averaging-frequency 2 --checkpoint-interval 2 --json "
            + json;
    Path log = folder.resolve("log");
    int exitCode = ChildJvm.start(ChildJvm.of(Main.class, "1g", command.split(" ")), log).waitFor();
    String printed = Files.readString(log);
    assertEquals(0, exitCode, printed);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertEquals(0, report.get("different").asInt());
    assertEquals("EXECUTOR", report.at("/kills/0/victim").asText());
    assertEquals("DRIVER", report.at("/kills/1/victim").asText());
    for (JsonNode kill : report.get("kills")) {
      assertTrue(kill.get("same").asBoolean(), report::toString);
      assertTrue(
          kill.get("killedAfterSeconds").asDouble() < report.get("undisturbedSeconds").asDouble());
    }
    assertTrue(printed.contains("2 kills, 2 results bit by bit the same"), printed);
  }

  @Test
  void fewerThanNoKillsAreRefused() {
    CommandRun run = CommandRun.of("chaos --kills -1");
    assertEquals(2, run.exitCode());
    assertTrue(run.err().contains("--kills: found -1"), run::err);
  }
}
