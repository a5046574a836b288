// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.VaeModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands with a system other than InfoGAN-CR. */
@Tag("train")
class AlgorithmCommandTest {

  private static final String DATA = "dsprites:imageSize=32,factors=scale+posX,scale=0:5,posX=8:23";
  private static final String TINY =
      "--preset small32 --num-codes 2 --batch-size 8 --averaging-frequency 2 --max-iter 4 --checkpoint-interval 0";

  @TempDir static Path folder;

  private static Path model;

  @BeforeAll
  static void train() {
    model = folder.resolve("model");
    CommandRun run =
        success(
            "train --algorithm factor-vae --data %s %s --gamma 5 --param learningRate=0.002 --history %s --out %s",
            DATA, TINY, folder.resolve("train.csv"), model);
    assertTrue(run.err().contains("divergence="), run::err);
    assertTrue(!run.err().contains("divergence_0="), run::err);
  }

  @Test
  void theHistoryTellsTheDivergenceOfEachCode() throws IOException {
    String header = Files.readAllLines(folder.resolve("train.csv")).get(0);
    assertTrue(header.endsWith("loss_density,loss_divergence_0,loss_divergence_1"), header);
    assertEquals(2, VaeModel.load(model.toString()).numCodes());
  }

  @Test
  void itsModelGeneratesEncodesIsDrawnAndScored() throws IOException {
    Path set = folder.resolve("set");
    success("generate --model %s --count 20 --codes balanced --bins 4 --out %s", model, set);
    Dataset<Row> rows = SharedSpark.session().read().parquet(set.toString());
    assertEquals(List.of("id", "codes", "generated"), List.of(rows.columns()));
    assertEquals(5, rows.where("codes[0] >= 0.6744898").count());
    JsonNode card =
        new ObjectMapper()
            .readTree(
                set.resolveSibling(set.getFileName() + "-card").resolve("card.json").toFile());
    assertEquals("balanced over 4 intervals", card.at("/codes/0/draw").asText());
    Path codes = folder.resolve("codes");
    success("encode --model %s --data %s --out %s", model, DATA, codes);
    assertEquals(96, SharedSpark.session().read().parquet(codes.toString()).count());
    Path png = folder.resolve("traversal.png");
    success("traverse --model %s --out %s", model, png);
    assertTrue(Files.size(png) > 0);
    CommandRun scored = success("evaluate --model %s --data %s", model, DATA);
    assertTrue(scored.out().contains("factor_vae"), scored::out);
  }

  @ParameterizedTest
  @CsvSource({
    "factor-vae, --lambda 2, gamma",
    "beta-vae, --noise-dim 2, beta",
    "beta-tcvae, --param nothing=1, learningRate",
    "beta-vae, --param annealIter=many, many",
    "beta-vae, --beta 1.0 --beta 2.0, one value"
  })
  void optionsOfAnotherSystemAreRefusedByName(String algorithm, String option, String part) {
    CommandRun run =
        CommandRun.of(
            "train --algorithm %s --data %s %s %s --out %s",
            algorithm, DATA, TINY, option, folder.resolve("none"));
    assertEquals(2, run.exitCode(), run::err);
    assertTrue(run.err().contains(part), run::err);
  }

  @Test
  void aGridOfItsWeightsIsSelectedFrom() {
    Path out = folder.resolve("selected");
    CommandRun run =
        success(
            "select --algorithm beta-vae --beta 1,8 --data %s %s --param objective=beta --runs 1 --votes 8"
                + " --scale-sample 50 --out %s",
            DATA, TINY.replace(" --checkpoint-interval 0", ""), out);
    assertTrue(run.out().contains("best model: "), run::out);
    assertEquals(2, VaeModel.load(out.resolve("model").toString()).summary().rounds().size());
  }
}
