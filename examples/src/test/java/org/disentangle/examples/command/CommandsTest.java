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
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command on a tiny set, from its arguments to the files it leaves. */
@Tag("train")
class CommandsTest {

  private static final String DATA =
      "dsprites:imageSize=32,factors=scale+posX+posY,scale=1+5,posX=0:31:4,posY=0:31:4";
  private static final String TINY =
      "--preset small32 --batch-size 8 --max-iter 4 --cr-start 2 --averaging-frequency 2";

  @TempDir static Path folder;

  private static Path model;

  @BeforeAll
  static void train() {
    model = folder.resolve("model");
    CommandRun run =
        success(
            "train --data %s %s --workers 2 --lambda 0.3 --checkpoint-interval 2 --losses %s --history %s --out %s",
            DATA, TINY, folder.resolve("train.png"), folder.resolve("train.csv"), model);
    assertTrue(run.out().contains("model: " + model), run::out);
    assertTrue(run.err().contains("iteration 4/4"), run::err);
    assertTrue(run.err().contains("CR="), run::err);
  }

  @Test
  void trainedModelHasTheOptionsAndTheRounds() throws IOException {
    InfoGanCrModel trained = InfoGanCrModel.load(model.toString());
    assertEquals(3, trained.numCodes());
    assertEquals(
        List.of(2L, 4L), trained.summary().rounds().stream().map(r -> r.iteration()).toList());
    assertEquals(1000, ImageIO.read(folder.resolve("train.png").toFile()).getWidth());
    List<String> lines = Files.readAllLines(folder.resolve("train.csv"));
    assertEquals(3, lines.size());
    assertTrue(lines.get(0).endsWith(",loss_D,loss_Q,loss_G,loss_CR,loss_H"), lines.get(0));
    assertTrue(lines.get(2).startsWith("2,4,"), lines.get(2));
  }

  @Test
  void resumedTrainingGivesTheSameModel() {
    Path whole = folder.resolve("whole");
    Path half = folder.resolve("half");
    String rest = "--preset small32 --batch-size 8 --averaging-frequency 2 --cr-start 1";
    success("train --data %s %s --max-iter 4 --checkpoint-interval 0 --out %s", DATA, rest, whole);
    success(
        "train --data %s %s --max-iter 2 --checkpoint-interval 2 --keep-checkpoints --out %s",
        DATA, rest, half);
    success(
        "train --data %s %s --max-iter 4 --checkpoint-interval 2 --resume --overwrite --out %s",
        DATA, rest, half);
    assertEquals(
        InfoGanCrModel.load(whole.toString()).data().state(),
        InfoGanCrModel.load(half.toString()).data().state());
  }

  @Test
  void generateIsSeededAndInTheFormatAskedFor() {
    Path first = folder.resolve("first");
    Path again = folder.resolve("again");
    success("generate --model %s --count 40 --seed 5 --out %s", model, first);
    success("generate --model %s --count 40 --seed 5 --batch-size 7 --out %s", model, again);
    Dataset<Row> rows = SharedSpark.session().read().parquet(first.toString());
    assertEquals(List.of("id", "codes", "noise", "generated"), List.of(rows.columns()));
    assertEquals("binary", rows.schema().apply("generated").dataType().typeName());
    assertEquals(40, rows.count());
    Dataset<Row> codes = SharedSpark.session().read().parquet(again.toString());
    assertEquals(
        rows.select("id", "codes").sort("id").collectAsList(),
        codes.select("id", "codes").sort("id").collectAsList());
  }

  @Test
  void generateDrawsNamesAndExportsAsAsked() throws IOException {
    Path out = folder.resolve("set");
    Path sheet = folder.resolve("sheet.png");
    Path folders = folder.resolve("classes");
    String command =
        "generate --model %s --count 24 --codes balanced --bins 4 --names x,y,size --grid y=3"
            + " --fix size=0.5 --rows-per-file 10 --resume --sheet %s --folders %s --by x --out %s";
    CommandRun run = success(command, model, sheet, folders, out);
    assertTrue(run.err().contains("100%"), run::err);
    assertTrue(run.out().contains("24 labelled images: " + out), run::out);
    Dataset<Row> rows = SharedSpark.session().read().parquet(out.toString());
    assertEquals(24, rows.where("codes[2] = 0.5 and codes[1] in (-1, 0, 1)").count());
    JsonNode card =
        new ObjectMapper()
            .readTree(
                out.resolveSibling(out.getFileName() + "-card").resolve("card.json").toFile());
    assertEquals(3, card.get("files").asInt());
    assertEquals("size", card.at("/codes/2/name").asText());
    assertEquals(3 * 100 + 4, ImageIO.read(sheet.toFile()).getWidth());
    for (String name : folders.toFile().list()) {
      assertTrue(name.startsWith("x_"), name);
      assertEquals(6, folders.resolve(name).toFile().list().length, name);
    }
    success(
        "generate --model %s --count 24 --codes balanced --bins 4 --names x,y,size --grid y=3"
            + " --fix size=0.5 --rows-per-file 10 --resume --out %s",
        model, out);
    CommandRun other =
        CommandRun.of("generate --model %s --count 24 --resume --out %s", model, out);
    assertEquals(2, other.exitCode());
    assertTrue(other.err().contains("codeDraw balanced"), other::err);
  }

  @Test
  void encodeKeepsFactorsAndLeavesImagesOut() {
    Path out = folder.resolve("encoded");
    CommandRun run = success("encode --model %s --data %s --out %s", model, DATA, out);
    assertEquals(String.format(Locale.ROOT, "codes: %s (128 rows)%n", out), run.out());
    Dataset<Row> rows = SharedSpark.session().read().parquet(out.toString());
    List<String> columns = List.of(rows.columns());
    assertTrue(columns.containsAll(List.of("factor_posX", "codes")), columns::toString);
    assertTrue(!columns.contains("image") && !columns.contains("generated"), columns::toString);
    assertEquals(128, rows.count());
  }

  @Test
  void traverseDrawsARowForEachCodeAndSample() throws IOException {
    Path one = folder.resolve("one.png");
    Path two = folder.resolve("two.png");
    success("traverse --model %s --samples 1 --out %s", model, one);
    success("traverse --model %s --samples 2 --out %s", model, two);
    int more = ImageIO.read(two.toFile()).getHeight() - ImageIO.read(one.toFile()).getHeight();
    assertEquals(3 * 100, more);
  }

  @Test
  void evaluatePrintsAndWritesTheSameScore() throws IOException {
    Path json = folder.resolve("score.json");
    CommandRun run =
        success(
            "evaluate --model %s --data %s --metric factorVaeRevised --json %s", model, DATA, json);
    JsonNode written = new ObjectMapper().readTree(json.toFile());
    double score = written.get("factor_vae_revised").asDouble();
    assertTrue(score > 0 && score <= 1, written::toString);
    assertTrue(
        run.out().startsWith(String.format(Locale.ROOT, "factor_vae_revised %.4f", score)),
        run::out);
    assertEquals("factor_vae_revised", written.get("metric").asText());
    assertEquals(3, written.get("factors").size());
  }

  @Test
  void evaluateTakesFactorsOfAnyName() throws IOException {
    Path json = folder.resolve("of-values.json");
    success(
        "evaluate --model %s --data %s --metric mig --factors value_pos*,factor_scale --json %s",
        model, DATA, json);
    JsonNode factors = new ObjectMapper().readTree(json.toFile()).get("factors");
    assertEquals("[\"factor_scale\",\"value_posX\",\"value_posY\"]", factors.toString());
    CommandRun none = CommandRun.of("evaluate --model %s --data %s --factors label", model, DATA);
    assertEquals(2, none.exitCode());
    assertTrue(none.err().contains("--factors: found 'label'; expected some of"), none::err);
  }

  @Test
  void evaluateTakesTheNamesThatMetricsTakes() throws IOException {
    Path json = folder.resolve("scores.json");
    CommandRun run =
        success(
            "evaluate --model %s --data %s --metric mig,dci_lasso --json %s", model, DATA, json);
    List<String> names = List.of("mig", "dci_lasso.disentanglement", "dci_lasso.completeness");
    assertEquals(names, run.out().lines().limit(3).map(line -> line.split(" ")[0]).toList());
    JsonNode written = new ObjectMapper().readTree(json.toFile());
    assertEquals(3, written.get("metric").size());
    names.forEach(name -> assertTrue(written.get(name).isNumber(), written::toString));
    CommandRun unknown = CommandRun.of("evaluate --model %s --data %s --metric mog", model, DATA);
    assertEquals(2, unknown.exitCode());
    assertTrue(
        unknown.err().contains("metric: found 'mog'; expected all, or some of factor_vae"),
        unknown::err);
  }

  @Test
  void tunePrintsATableAndSavesTheBest() throws IOException {
    Path out = folder.resolve("tuned");
    CommandRun run =
        success(
            "tune --data %s %s --lambda 0.05,0.2 --alpha 0,2 --folds 2 --out %s", DATA, TINY, out);
    JsonNode scores = new ObjectMapper().readTree(out.resolve("scores.json").toFile());
    assertEquals(4, scores.size());
    long best = scores.findValues("best").stream().filter(JsonNode::asBoolean).count();
    assertEquals(1, best);
    assertEquals(8, run.out().lines().count(), run::out);
    assertTrue(Files.exists(out.resolve("report.html")));
    assertTrue(run.err().contains("100%"), run::err);
    assertEquals(3, InfoGanCrModel.load(out.resolve("model").toString()).numCodes());
  }

  @Test
  void demoLeavesAllItPromises() throws IOException {
    Path out = folder.resolve("demo");
    CommandRun run = success("demo --max-iter 4 --seed 3 --out %s", out);
    JsonNode metrics = new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
    assertEquals(4, metrics.get("iterations").asInt());
    assertEquals(3, metrics.get("seed").asInt());
    assertTrue(metrics.get("factor_vae").asDouble() > 0, metrics::toString);
    assertTrue(metrics.get("imagesPerSecond").asDouble() > 0, metrics::toString);
    assertTrue(metrics.at("/untrained/factor_vae").asDouble() > 0, metrics::toString);
    assertEquals(3, metrics.at("/shares/column").size());
    assertEquals(6, metrics.at("/beta_tcvae/shares/column").size());
    assertTrue(run.out().contains("InfoGAN-CR, by code 2"), run::out);
    assertTrue(run.out().contains("beta-TCVAE, by code 5"), run::out);
    for (String name :
        List.of(
            "model",
            "generated",
            "traversal.png",
            "losses.png",
            "metrics.png",
            "report.html",
            "beta-tcvae")) {
      assertTrue(Files.exists(out.resolve(name)), name);
      assertTrue(run.out().contains(out.resolve(name).toString()), run::out);
    }
    long generated =
        SharedSpark.session().read().parquet(out.resolve("generated").toString()).count();
    assertEquals(10_000, generated);
  }
}
