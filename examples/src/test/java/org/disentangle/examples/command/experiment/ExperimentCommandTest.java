// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.examples.command.CommandRun;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.experiment.OoganAblation;
import org.disentangle.model.IbGanModel;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.OoganModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The experiments, on a few iterations: tables, figures, pictures and models. */
@Tag("train")
class ExperimentCommandTest {

  private static final String DATA =
      "dsprites:imageSize=32,factors=shape+posX+posY,shape=0+2,posX=0:31,posY=8+24";

  @TempDir Path folder;

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void categoriesAreComparedWithLabels() throws IOException {
    Path out = folder.resolve("categories");
    CommandRun run =
        success(
            "experiment categories --data %s --label factor_shape --preset small32 --max-iter 2 --workers 1 --seeds 3 --out %s",
            DATA, out);
    JsonNode result = json(out.resolve("results.json")).get(0);
    assertEquals(3, result.get("seed").asInt());
    assertEquals(0.5, result.get("frequent").asDouble());
    assertTrue(result.get("accuracy").asDouble() >= 0.5, result::toString);
    assertEquals(Math.log(3), result.get("largest").asDouble(), 1e-9);
    assertTrue(run.out().contains("most frequent class"), run::out);
    assertTrue(Files.exists(out.resolve("traversal-3.png")));
    assertEquals(4, InfoGanModel.load(out.resolve("model-3").toString()).numCodes());
  }

  @Test
  void everyVariantOfOoganHasItsRow() throws IOException {
    Path out = folder.resolve("oogan");
    CommandRun run =
        success(
            "experiment oogan --data %s --num-codes 2 --max-iter 2 --workers 1 --seeds 1 --out %s",
            DATA, out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(5, results.size());
    for (int i = 0; i < 5; i++) {
      String variant = OoganAblation.variants().get(i);
      assertEquals(variant, results.get(i).get("variant").asText());
      assertTrue(run.out().contains(variant), run::out);
      double correlation = results.get(i).get("offDiagonal").asDouble();
      assertTrue(correlation >= 0 && correlation <= 1, variant);
      assertTrue(Files.exists(out.resolve("correlation-" + variant + "-1.png")));
    }
    OoganModel plain = OoganModel.load(out.resolve("model-without-any-1").toString());
    assertTrue(plain.data().networks().orthogonal().isEmpty());
  }

  @Test
  void everyBottleneckHasItsRow() throws IOException {
    Path out = folder.resolve("ib-gan");
    CommandRun run =
        success(
            "experiment ib-gan --data %s --betas 0,1.5 --max-iter 20 --workers 1 --seeds 4 --out %s",
            DATA, out);
    JsonNode results = json(out.resolve("results.json"));
    assertEquals(2, results.size());
    assertEquals(1.5, results.get(1).get("beta").asDouble());
    double open = results.get(0).get("divergence").asDouble();
    double narrow = results.get(1).get("divergence").asDouble();
    assertTrue(open > narrow && narrow >= 0, open + " and " + narrow);
    assertTrue(results.get(0).get("activeCodes").asInt() <= 6, results::toString);
    assertTrue(run.out().contains("active codes"), run::out);
    assertTrue(Files.exists(out.resolve("traversal-beta-0.0-4.png")));
    assertEquals(6, IbGanModel.load(out.resolve("model-beta-1.5-4").toString()).numCodes());
  }

  /** Those that learn codes without labels. */
  static List<Algorithm> systems() {
    return Algorithm.all().stream()
        .filter(algorithm -> algorithm.estimator() instanceof DisentanglingEstimator)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void everySystemTrains(Algorithm algorithm) {
    Path out = folder.resolve(algorithm.toString());
    CommandRun run =
        success(
            "train --algorithm %s --data %s --preset small32 --max-iter 2 --averaging-frequency 1 --checkpoint-interval 0 --out %s",
            algorithm, DATA, out);
    assertTrue(run.err().matches("(?s).*\\w=\\d.*"), run::err);
    success("traverse --model %s --samples 1 --steps 3 --out %s.png", out, out);
  }

  @Test
  void labelsTrainTheStyleContentModel() {
    Path out = folder.resolve("style");
    success(
        "train --algorithm style-content --data %s --preset small32 --param labelCol=factor_shape --max-iter 2 --checkpoint-interval 0 --out %s",
        DATA, out);
    CommandRun run = success("swap --model %s --data %s --count 2 --out %s.png", out, DATA, out);
    assertTrue(Files.exists(folder.resolve("style.png")), run::out);
  }
}
