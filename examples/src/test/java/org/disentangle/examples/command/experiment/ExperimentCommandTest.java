// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.model.IbGanModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.OoganModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on a few iterations: tables, figures, pictures and models. */
@Tag("train")
class ExperimentCommandTest {

  @TempDir Path folder;

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  private static double mean(JsonNode results, int row, String measure) {
    return results.at("/variants/" + row + "/measures").get(measure).get("mean").asDouble();
  }

  @Test
  void categoriesAreComparedWithLabels() throws IOException {
    Path out = folder.resolve("categories");
    CommandRun run =
        success(
            "experiment categories --data dsprites:imageSize=32,factors=shape+posX+posY,shape=0+2,posX=0:31,posY=8+24"
                + " --label factor_shape --preset small32 --max-iter 2 --workers 1 --seeds 3 --out %s",
            out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(List.of(3L), List.of(results.at("/seeds/0").asLong()));
    assertEquals(0.5, mean(results, 0, "most_frequent_class"));
    assertTrue(mean(results, 0, "category_accuracy") >= 0.5, results::toString);
    assertTrue(run.out().contains("most_frequent_class"), run::out);
    assertTrue(run.out().contains("the paper: categories match the digits"), run::out);
    Path trial = out.resolve("infogan/seed-3");
    assertTrue(Files.exists(trial.resolve("traversal.png")));
    assertEquals(4, InfoGanModel.load(trial.resolve("model").toString()).numCodes());
  }

  @Test
  void everyVariantHasItsRow() throws IOException {
    Path out = folder.resolve("oogan");
    CommandRun run =
        success(
            "experiment oogan --size tiny --variants full,without-any --num-codes 3 --max-iter 2 --workers 1"
                + " --seeds 1,2 --parallelism 2 --out %s",
            out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(2, results.get("variants").size());
    for (JsonNode row : results.get("variants")) {
      String variant = row.get("variant").asText();
      assertTrue(run.out().contains(variant), run::out);
      JsonNode correlation = row.get("measures").get("correlation_among_real");
      assertEquals(2, correlation.get("runs").asInt(), variant);
      assertTrue(correlation.get("mean").asDouble() > 0, variant);
      assertTrue(correlation.get("mean").asDouble() < 1, variant);
      assertTrue(correlation.get("standard_error").asDouble() > 0, variant);
      assertTrue(Files.exists(out.resolve(variant).resolve("seed-2/correlation.png")), variant);
    }
    OoganModel plain =
        OoganModel.load(out.resolve("without-any").resolve("seed-1/model").toString());
    assertEquals(3, plain.numCodes());
    assertTrue(plain.data().networks().orthogonal().isEmpty());
    assertTrue(Files.size(out.resolve("results.png")) > 1000);
  }

  @Test
  void everyBottleneckHasItsRow() throws IOException {
    Path out = folder.resolve("ib-gan");
    CommandRun run =
        success(
            "experiment ib-gan --size tiny --betas 0,1.5 --max-iter 20 --workers 1 --seeds 4 --out %s",
            out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(2, results.get("variants").size());
    assertEquals("beta=1.5", results.at("/variants/1/variant").asText());
    double open = mean(results, 0, "loss.KL");
    double narrow = mean(results, 1, "loss.KL");
    assertTrue(open > narrow && narrow >= 0, open + " and " + narrow);
    assertTrue(mean(results, 0, "active_codes") <= 6, results::toString);
    assertTrue(results.at("/variants/0/measures/loss.KL/standard_error").isNull());
    assertTrue(run.out().contains("active_codes"), run::out);
    Path trial = out.resolve("beta-1.5/seed-4");
    assertTrue(Files.exists(trial.resolve("losses.png")));
    assertEquals(6, IbGanModel.load(trial.resolve("model").toString()).numCodes());
  }

  @Test
  void aStoppedTrainingIsARowWithItsReason() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("unstable.json"),
            """
            {
              "algorithm": "beta-vae",
              "params": {"preset": "small32", "batchSize": 16, "maxIter": 6, "averagingFrequency": 1},
              "variants": [
                {"name": "usual", "params": {"learningRate": 0.001}},
                {"name": "too fast", "params": {"learningRate": 1e30}}
              ],
              "measures": ["mig", "seconds"],
              "sizes": {"short": {"data": "dsprites:imageSize=32,sample=64", "seeds": [1]}}
            }
            """);
    Path out = folder.resolve("unstable");
    CommandRun run = success("experiment %s --out %s", table, out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(1, results.at("/variants/0/runs").asInt());
    assertEquals(0, results.at("/variants/1/runs").asInt());
    assertTrue(
        results.at("/variants/1/stopped/0").asText().startsWith("Training diverged"),
        results::toString);
    assertTrue(results.at("/variants/1/measures/mig/mean").isNull());
    assertTrue(run.out().contains("too fast: Training diverged"), run::out);
    assertFalse(Files.exists(out.resolve("too-fast/seed-1/checkpoints")));
    List<String> lines = Files.readAllLines(out.resolve("runs.csv"));
    assertEquals("variant,seed,iterations,training_seconds,stopped,mig,seconds", lines.get(0));
    assertTrue(lines.get(2).startsWith("too fast,1,0,"), lines.get(2));
  }

  @Test
  void modelsAreSelectedAmong() throws IOException {
    Path out = folder.resolve("selection");
    CommandRun run =
        success(
            "experiment selection --size tiny --variants infogan-modified --seeds 1,2,3 --out %s",
            out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(4, results.get("selections").size());
    double best = 0;
    for (JsonNode one : results.get("runs")) {
      best = Math.max(best, one.at("/measures/factor_vae").asDouble());
    }
    JsonNode supervised = results.at("/selections/3");
    assertEquals("supervised", supervised.get("method").asText());
    assertEquals(best, supervised.get("best").asDouble());
    assertEquals(mean(results, 0, "factor_vae"), supervised.get("mean").asDouble(), 1e-12);
    assertTrue(supervised.get("picked").asDouble() <= best, supervised::toString);
    assertTrue(run.out().contains("model-centrality"), run::out);
  }

  @Test
  void anotherExperimentInTheFolderIsRefused() throws IOException {
    Path out = folder.resolve("gap");
    String tiny = "experiment gap --size tiny --variants 0 --seeds 1 --out %s";
    success(tiny, out);
    CommandRun other = CommandRun.of(tiny + " --param lambda=0.7", out);
    assertEquals(2, other.exitCode(), other::err);
    assertTrue(other.err().contains("whose runs have no variants/0/lambda"), other::err);
    assertTrue(other.err().contains("--overwrite"), other::err);
    Files.writeString(out.resolve("mine.txt"), "mine");
    CommandRun more = success(tiny.replace("seeds 1", "seeds 1,2"), out);
    assertTrue(more.err().contains("2 runs, 1 of them finished before"), more::err);
    success(tiny + " --param lambda=0.7 --overwrite", out);
    assertEquals("mine", Files.readString(out.resolve("mine.txt")));
    assertFalse(Files.exists(out.resolve("0/seed-2")));
    CommandRun rest =
        success(tiny.replace("variants 0", "variants 0,1.9") + " --param lambda=0.7", out);
    assertTrue(rest.err().contains("2 runs, 1 of them finished before"), rest::err);
    Files.writeString(out.resolve("0/seed-1/notes.txt"), "mine");
    CommandRun notes = CommandRun.of(tiny + " --overwrite", out);
    assertEquals(2, notes.exitCode(), notes::err);
    assertTrue(notes.err().contains("which holds 0/seed-1/notes.txt"), notes::err);
    assertEquals("mine", Files.readString(out.resolve("0/seed-1/notes.txt")));
    Files.writeString(out.resolve("experiment.json"), "{\"variants\": {\"..\": {}}}");
    CommandRun above = CommandRun.of(tiny + " --overwrite", out);
    assertEquals(2, above.exitCode(), above::err);
    assertTrue(above.err().contains("a variant '..'"), above::err);
    Files.writeString(out.resolve("experiment.json"), "{\"vari");
    CommandRun cut = CommandRun.of(tiny, out);
    assertEquals(2, cut.exitCode(), cut::err);
    CommandRun foreign = CommandRun.of("experiment gap --out %s", folder);
    assertEquals(2, foreign.exitCode(), foreign::err);
    assertTrue(foreign.err().contains("an empty or missing folder"), foreign::err);
  }

  /** The command that is kept with a run trains the same model by itself. */
  @Test
  void everyRunSaysHowToRepeatIt() throws IOException {
    Path out = folder.resolve("gap");
    String one = "experiment gap --size tiny --variants 1.9 --seeds 5 --out %s";
    success(one, out);
    Path trial = out.resolve("1.9/seed-5");
    String line = Files.readString(trial.resolve("command.txt")).strip();
    assertTrue(
        line.startsWith("disentangle train --data dsprites:imageSize=32,factors=scale+"), line);
    Path again = folder.resolve("again");
    success(
        "%s", line.replaceFirst("^disentangle ", "").replaceFirst("--out .*", "--out " + again));
    InfoGanCrModel first = InfoGanCrModel.load(trial.resolve("model").toString());
    InfoGanCrModel second = InfoGanCrModel.load(again.toString());
    assertEquals(first.data().state(), second.data().state());
    assertTrue(line.contains(" --evaluate factor_vae --every 2 "), line);
    assertEquals(first.summary().scored().size(), second.summary().scored().size());
    List<String> points = Files.readAllLines(out.resolve("curves.csv"));
    assertEquals("variant,seed,curve,iteration,value", points.get(0));
    assertTrue(points.get(1).startsWith("1.9,5,factor_vae,2,0."), points.get(1));
    assertEquals(1 + 4, points.size());
    CommandRun shown = success(one + " --show", out);
    assertTrue(shown.out().contains(line), shown::out);
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatThereIs() {
    CommandRun missing = CommandRun.of("experiment");
    assertEquals(2, missing.exitCode());
    assertTrue(missing.err().contains("Missing which experiment: [systems, "), missing::err);
    CommandRun unknown = CommandRun.of("experiment crr");
    assertEquals(2, unknown.exitCode());
    assertTrue(unknown.err().contains("found 'crr'"), unknown::err);
    assertTrue(unknown.err().contains("systems"), unknown::err);
    CommandRun without = CommandRun.of("experiment categories --out %s", folder.resolve("x"));
    assertEquals(2, without.exitCode());
    assertTrue(without.err().contains("parameter --data: found no value"), without::err);
    CommandRun grid = CommandRun.of("experiment cr --grid beta=1 --out %s", folder.resolve("x"));
    assertEquals(2, grid.exitCode());
    assertTrue(grid.err().contains("--grid"), grid::err);
    assertFalse(Files.exists(folder.resolve("x")));
  }
}
