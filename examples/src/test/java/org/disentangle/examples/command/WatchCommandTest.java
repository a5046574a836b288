// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.disentangle.examples.command.CommandRun.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.CapturedWarnings;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.KeptState;
import org.disentangle.train.round.RoundLoop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are scored on their way, and what is done with their checkpoints. */
@Tag("train")
class WatchCommandTest {

  private static final String DATA =
      "dsprites:imageSize=32,factors=scale+posX+posY,scale=1+5,posX=0:31:4,posY=0:31:4";
  private static final String TINY =
      "--preset small32 --batch-size 8 --max-iter 4 --cr-start 2 --averaging-frequency 2";

  @TempDir static Path folder;

  private static CommandRun run;

  @BeforeAll
  static void train() {
    run =
        success(
            "train --data %s %s --evaluate factor_vae,mig --every 2 --checkpoint-interval 2"
                + " --checkpoints-kept 0 --keep-checkpoints --metrics %s --report %s --out %s",
            DATA, TINY, path("scores.png"), path("run"), path("model"));
  }

  private static Path path(String name) {
    return folder.resolve(name);
  }

  @Test
  void scoresAreInTheProgressTheModelAndTheTable() throws IOException {
    assertTrue(
        Pattern.compile("iteration 2/4 .*  factor_vae=0\\.\\d{4} mig=0\\.\\d{4}  \\d+ images/s")
            .matcher(run.err())
            .find(),
        run::err);
    InfoGanCrModel model = InfoGanCrModel.load(path("model").toString());
    assertEquals(List.of("factor_vae", "mig"), model.summary().metricNames());
    assertEquals(2, model.summary().scored().size());
    List<String> csv = Files.readAllLines(path("run").resolve("history.csv"));
    assertTrue(csv.get(0).endsWith(",factor_vae,mig"), csv.get(0));
    String mig = model.summary().last().metrics().get("mig").toString();
    assertTrue(csv.get(2).endsWith("," + mig), csv.get(2));
  }

  @Test
  void picturesAndAReportAreWritten() throws IOException {
    for (String name : List.of("report.html", "losses.png", "metrics.png", "history.csv")) {
      assertTrue(Files.size(path("run").resolve(name)) > 0, name);
    }
    assertEquals(1000, ImageIO.read(path("scores.png").toFile()).getWidth());
    assertTrue(run.out().contains("metrics: " + path("scores.png")), run::out);
    assertTrue(run.out().contains("report: " + path("run").resolve("report.html")), run::out);
    String page = Files.readString(path("run").resolve("report.html"));
    for (String text :
        List.of(
            "Scores while training",
            "iteration 2<",
            "iteration 4<",
            "factor_vae_votes",
            "mutual_information",
            "averagingFrequency",
            DATA,
            "128</td>")) {
      assertTrue(page.contains(text), text + " is missing");
    }
    assertFalse(
        Pattern.compile("(src|href)=\"(?!data:)|https?://|url\\(|@import").matcher(page).find(),
        "the page asks for another file");
  }

  @Test
  void checkpointsAreListedExportedAndMeasured() throws IOException {
    Path checkpoints = path("model-checkpoints");
    List<String> lines = success("checkpoints %s", checkpoints).out().lines().toList();
    assertEquals(3, lines.size(), lines::toString);
    assertTrue(lines.get(0).strip().startsWith("iteration"), lines.get(0));
    assertTrue(lines.get(1).strip().startsWith("2 "), lines.get(1));
    success("checkpoints %s --export 2 --out %s", checkpoints, path("two"));
    success("checkpoints %s --export newest --out %s", checkpoints, path("four"));
    assertEquals(2, InfoGanCrModel.load(path("two").toString()).summary().last().iteration());
    InfoGanCrModel model = InfoGanCrModel.load(path("model").toString());
    InfoGanCrModel four = InfoGanCrModel.load(path("four").toString());
    assertEquals(model.data().state(), four.data().state());
    assertEquals(model.trainedWith(), four.trainedWith());
    CommandRun measured =
        success(
            "checkpoints %s --data %s --evaluate mig,modularity --history %s --metrics %s",
            checkpoints, DATA, path("curve.csv"), path("curve.png"));
    assertEquals(5, measured.out().lines().count(), measured::out);
    String mig = String.format(Locale.ROOT, "%.4f", model.summary().last().metrics().get("mig"));
    assertTrue(
        measured.out().lines().toList().get(2).strip().matches("4 +" + mig + " .*"), measured::out);
    assertTrue(Files.readString(path("curve.csv")).contains(",mig,modularity\n"));
    assertTrue(Files.exists(path("curve.png")));
  }

  @Test
  void theKeptModelSaysOfWhichIterationItIs() throws IOException {
    CommandRun best =
        success(
            "train --data %s %s --evaluate mig --every 2 --keep-best --report %s --out %s",
            DATA, TINY, path("best-run"), path("best"));
    InfoGanCrModel model = InfoGanCrModel.load(path("best").toString());
    KeptState kept = model.summary().kept().orElseThrow();
    assertEquals(model.data().state().iteration(), kept.iteration());
    assertEquals(kept, model.trainedWith().kept());
    assertTrue(model.trainedWith().toString().endsWith(", kept " + kept), model::toString);
    assertTrue(best.out().contains("kept: " + kept + " of 4 iterations"), best::out);
    String page = Files.readString(path("best-run").resolve("report.html"));
    assertTrue(page.contains("The model is the best one, of " + kept + "."), kept::toString);
    assertTrue(run.out().lines().noneMatch(line -> line.startsWith("kept")), run::out);
  }

  @Test
  void aResumedTrainingSaysWhyItIsOverAndWhatIsNotDrawn() throws IOException {
    String train =
        "train --data %s --preset small32 --batch-size 8 --averaging-frequency 2 --cr-start 2"
            + " --evaluate mig --every 2 --patience 2 --checkpoint-interval 2 --keep-checkpoints --checkpoints-kept 0"
            + " --max-iter 100 --report %s --out %s";
    CommandRun ended = success(train, DATA, path("ended-run"), path("ended"));
    assertTrue(ended.out().contains("ended at iteration"), ended::out);
    try (CapturedWarnings logged = new CapturedWarnings(RoundLoop.class)) {
      success(train + " --resume --overwrite", DATA, path("ended-run"), path("ended"));
      assertTrue(
          logged.lines().stream()
              .anyMatch(line -> line.startsWith("Nothing more is trained: mig was best at ")),
          logged.lines()::toString);
    }
    String page = Files.readString(path("ended-run").resolve("report.html"));
    assertTrue(page.contains(">iteration 2<"), "drawn from its checkpoint");
    assertFalse(page.contains("There are none of earlier"), "all are drawn");
    Files.delete(path("ended-checkpoints").resolve("checkpoint-000000000002.bin"));
    success(train + " --resume --overwrite", DATA, path("ended-run"), path("ended"));
    page = Files.readString(path("ended-run").resolve("report.html"));
    assertTrue(page.contains("There are none of earlier iterations than 4: "), "resumed");
    assertTrue(page.contains(">iteration 4<"), "drawn from the next one");
    String first = Files.readString(path("run").resolve("report.html"));
    assertFalse(first.contains("There are none of earlier"), "not resumed");
  }

  @Test
  void aTrainingStartsFromAModel() {
    success(
        "train --data %s %s --initial-model %s --out %s", DATA, TINY, path("model"), path("on"));
    InfoGanCrModel on = InfoGanCrModel.load(path("on").toString());
    assertNotEquals(
        InfoGanCrModel.load(path("model").toString()).data().state(), on.data().state());
    CommandRun other =
        CommandRun.of(
            "train --data %s %s --num-codes 2 --initial-model %s --out %s",
            DATA, TINY, path("model"), path("refused"));
    assertEquals(2, other.exitCode());
    assertTrue(
        other.err().contains("disentangle train: parameter --initial-model: found "), other::err);
    assertFalse(Files.exists(path("refused")));
  }

  @Test
  void anIntervalShorterThanARoundIsSaidInOptions() {
    CommandRun run = success("train --data %s %s --every 1 --out %s", DATA, TINY, path("rounded"));
    assertTrue(
        run.err()
            .contains("--every 1 becomes 2, a whole number of rounds of --averaging-frequency 2."),
        run::err);
  }

  @Test
  void whatCannotBeMeasuredIsRefused() {
    SharedSpark.session()
        .read()
        .format("dsprites")
        .options(Map.of("imageSize", "32", "sample", "20"))
        .load()
        .select("image")
        .write()
        .parquet(path("images").toString());
    refused(
        "train --data %1$s --preset small32 --algorithm style-content --param labelCol=factor_scale"
            + " --evaluate mig --out %3$s",
        "parameter --evaluate: found 'mig'; expected a system that learns codes");
    refused("train --data %1$s %2$s --evaluate nothing --out %3$s", "nothing");
    refused(
        "train --data parquet:%6$s %2$s --evaluate mig --out %3$s",
        "parameter --evaluate: found 'mig'; expected data with factor columns (factor_...)");
    refused("checkpoints %4$s", "no checkpoint");
    refused("checkpoints %4$s --export 4", "--export needs --out");
    refused("checkpoints %4$s --evaluate mig", "--evaluate needs --data");
    refused("checkpoints %4$s --metrics a.png", "--metrics needs --evaluate");
    refused("checkpoints %5$s --export 3 --out %3$s", "newest or one of the iterations [2, 4]");
  }

  private static void refused(String format, String part) {
    CommandRun refused =
        CommandRun.of(
            format,
            DATA,
            TINY,
            path("none"),
            path("empty"),
            path("model-checkpoints"),
            path("images"));
    assertEquals(2, refused.exitCode(), refused::err);
    assertTrue(refused.err().contains(part), refused::err);
  }
}
