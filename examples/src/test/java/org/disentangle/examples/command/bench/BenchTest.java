// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.bench.StepBench;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.net.ibgan.IbGanPreset;
import org.disentangle.net.procedure.Presets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurements run and report positive figures; how large they are is nobody's promise. */
@Tag("train")
class BenchTest {

  @TempDir Path folder;

  @Test
  void aLongTrainingIsWatched() throws IOException {
    Path json = folder.resolve("soak.json");
    Path plot = folder.resolve("soak.png");
    CommandRun run =
        CommandRun.of(
            "bench soak --preset small32 --batch-size 2 --workers 1 --seconds 0.5 --plot %s --json %s",
            plot, json);
    assertEquals(0, run.exitCode(), run::err);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertTrue(report.get("iterations").asLong() >= 200, report::toString);
    for (String figure :
        List.of("heapMegabytes", "nativeMegabytes", "processMegabytes", "threads")) {
      assertTrue(report.get(figure).get("last").asDouble() > 0, report::toString);
    }
    assertTrue(report.get("outsideRounds").asDouble() < 1, report::toString);
    assertEquals(1000, ImageIO.read(plot.toFile()).getWidth());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fits", "loads"})
  void memoryIsWatchedFromUseToUse(String what) throws IOException {
    Path json = folder.resolve("soak.json");
    CommandRun run =
        CommandRun.of("bench soak --preset small32 --batch-size 8 --%s 5 --json %s", what, json);
    assertEquals(0, run.exitCode(), run::err);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertEquals(5, report.get("held").size(), report::toString);
    assertTrue(report.get("held").get(4).get("processMegabytes").asDouble() > 0, report::toString);
    assertEquals(1, report.get("ratio").asDouble(), report::toString);
    assertEquals(2, CommandRun.of("bench soak --%s 4", what).exitCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "step --workers 2|phase0Ms,phaseCrMs,generatorImagesPerSecond,encoderImagesPerSecond",
        "scale --averaging-frequency 2 --workers 1,2|points/0/imagesPerSecond,points/1/roundSeconds,stateMegabytes",
        "generate|sparkImagesPerSecond,bareImagesPerSecond,ratio"
      })
  void reports(String bench, String fields) throws IOException {
    Path json = folder.resolve("bench.json");
    CommandRun run =
        CommandRun.of(
            "bench %s --preset small32 --batch-size 8 --seconds 0.05 --json %s", bench, json);
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("images/s"), run::out);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertEquals("small32", report.get("preset").asText());
    for (String field : fields.split(",")) {
      assertTrue(report.at("/" + field).asDouble() > 0, report::toString);
    }
  }

  @Test
  void aHundredWorkersOfATinyNetwork() throws IOException {
    Path json = folder.resolve("bench.json");
    CommandRun run =
        CommandRun.of(
            "bench scale --tiny --workers 16,128 --averaging-frequency 2 --batch-size 2 --seconds 0.05 --json %s",
            json);
    assertEquals(0, run.exitCode(), run::err);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    assertEquals("tiny", report.get("preset").asText());
    assertEquals(128, report.at("/points/1/workers").asInt());
    assertTrue(report.at("/points/1/roundSeconds").asDouble() > 0, report::toString);
    assertTrue(report.at("/points/1/processMegabytes").asDouble() > 0, report::toString);
  }

  static List<Algorithm> systems() {
    return Algorithm.all();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void iterationsOfEverySystemAreTimed(Algorithm system) throws IOException {
    Path json = folder.resolve("bench.json");
    CommandRun run =
        CommandRun.success(
            "bench step --algorithm %s --preset small32 --batch-size 4 --seconds 0.01 --json %s",
            system, json);
    assertTrue(run.out().startsWith(system + " small32 in float32, batch 4, "), run::out);
    JsonNode report = new ObjectMapper().readTree(json.toFile());
    for (String figure :
        List.of(
            "phase0Ms",
            "phase0ImagesPerSecond",
            "generatorImagesPerSecond",
            "encoderImagesPerSecond")) {
      assertTrue(report.at("/" + figure).asDouble() > 0, report::toString);
    }
    boolean switches = system.toString().equals("infogan-cr");
    assertEquals(switches, report.has("phaseCrMs"), report::toString);
    assertEquals(switches, run.out().contains("iteration with CR"), run::out);
  }

  @Test
  void paramsAreOfTheSystem() {
    CommandRun run =
        CommandRun.success(
            "bench step --algorithm factor-vae --preset small32 --batch-size 4 --seconds 0.01"
                + " --param alpha=1");
    assertTrue(run.out().contains("iteration with CR"), run::out);
    assertEquals(2, CommandRun.of("bench step --param beta=1").exitCode());
    assertEquals(2, CommandRun.of("bench step --all --preset small32").exitCode());
  }

  @Test
  void everyPresetOfASystemIsARow() throws IOException {
    Path json = folder.resolve("bench.json");
    CommandRun run =
        CommandRun.success(
            "bench step --all --algorithm ib-gan --batch-size 2 --seconds 0.01 --json %s", json);
    List<String> rows = run.out().lines().filter(line -> line.contains("ib-gan")).toList();
    assertEquals(Presets.ids(IbGanPreset.class).size(), rows.size(), run::out);
    JsonNode presets = new ObjectMapper().readTree(json.toFile()).get("presets");
    assertEquals(Presets.ids(IbGanPreset.class), presets.findValuesAsText("preset"));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void everyPresetCanBeTimed(Algorithm system) {
    for (String preset : Presets.ids(system.estimator().presets())) {
      TrainsInRounds<?> estimator = system.estimator();
      estimator.setPreset(preset);
      assertDoesNotThrow(() -> new StepBench(system.toString(), estimator, 1, 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--with nowhere step|examples/bin/disentangle",
        "--with nowhere predict|expected step, scale, generate, metrics or soak",
        "--with nowhere --pairs 0 step|at least 1",
        "--with nowhere step --pair 2|bench step: Unknown option",
        "step|Missing required option"
      })
  void buildsThatCannotBeComparedAreRefused(String arguments, String expected) {
    CommandRun run = CommandRun.of("bench compare %s", arguments);
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(expected), run::err);
  }

  @Test
  void largerClustersArePredicted() throws IOException {
    Path csv = folder.resolve("rounds.csv");
    CommandRun run =
        CommandRun.of(
            "bench predict --step-ms 100 --averaging-frequency 10 --state-mb 16 --workers 16,17"
                + " --out %s",
            csv);
    assertEquals(0, run.exitCode(), run::err);
    assertTrue(run.out().contains("images/s"), run::out);
    List<String> lines = Files.readAllLines(csv);
    assertEquals(3, lines.size());
    assertEquals(
        "workers,round,imagesPerSecond,efficiency,compute,scheduling,broadcast,collect,largest,averagedBy",
        lines.get(0));
    assertTrue(lines.get(1).startsWith("16,"), lines::toString);
    assertTrue(lines.get(1).endsWith(",compute,driver"), lines::toString);
    assertTrue(lines.get(2).endsWith(",compute,executors"), lines::toString);
  }
}
