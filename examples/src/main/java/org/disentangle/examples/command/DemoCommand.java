// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.disentangle.error.Counted;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.demo.Demo;
import org.disentangle.examples.demo.DemoMetrics;
import org.disentangle.examples.demo.DemoScores;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.TextTable;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The first thing to run. */
@Command(
    name = "demo",
    description = {
      "Train InfoGAN-CR on small sprites, measure it, generate labelled images and draw what the codes do; then train"
          + " beta-TCVAE beside it.",
      "Takes a few minutes on two cores. Writes model/, generated/, generated-card/, traversal.png, losses.png, metrics.png,"
          + " metrics.json, report.html and beta-tcvae/."
    })
final class DemoCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "demo",
      description = "Folder to write. Default: ${DEFAULT-VALUE}.")
  private String out;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of every random draw. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      description =
          "Iterations of InfoGAN-CR; fewer are faster and worse. beta-TCVAE has 1.2 times as many. Default: what gives"
              + " good codes.")
  private Long maxIter;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(spark);
    Place folder = outputs.results("--out", out);
    outputs.require();
    if (maxIter != null && maxIter < 1) {
      throw new InputErrors("disentangle demo")
          .parameter("--max-iter", maxIter, "a whole number, at least 1");
    }
    long iterations = maxIter == null ? Demo.iterations() : maxIter;
    DemoMetrics metrics;
    try (SparkRun run =
            spark.start("demo", String.format(Locale.ROOT, "local[%d]", Demo.workers()));
        Progress progress =
            Progress.of(
                "demo",
                List.of("InfoGAN-CR", "beta-TCVAE"),
                List.of(iterations, Demo.besideIterations(iterations)),
                1,
                spec.commandLine().getErr())) {
      metrics =
          new Demo(folder, output.overwrite(), seed, iterations)
              .run(run.session(), progress.ofSystem(0), progress.ofSystem(1));
    }
    PrintWriter printer = spec.commandLine().getOut();
    print(metrics, printer);
    printer.printf(
        Locale.ROOT,
        """
            InfoGAN-CR: FactorVAE score %.3f after %s of %s (%.0f images/s, %.0f s in all); beta-TCVAE after %s.
              %s: all of it on one page
              %s: what each code does, one row per code
              %s: the losses
              %s: the score while it trained
              %s: %d images with the codes they were made from (Parquet)
              %s: the model
              %s: beta-TCVAE's model and picture
              %s: the figures
            """,
        metrics.scores().factorVae(),
        Counted.of(metrics.iterations(), "iteration"),
        Counted.of(metrics.workers(), "worker"),
        metrics.imagesPerSecond(),
        metrics.seconds(),
        Counted.of(Demo.besideIterations(iterations), "iteration"),
        folder.child("report.html"),
        folder.child("traversal.png"),
        folder.child("losses.png"),
        folder.child("metrics.png"),
        folder.child("generated"),
        metrics.generatedImages(),
        folder.child("model"),
        folder.child(Demo.BESIDE),
        folder.child("metrics.json"));
    return 0;
  }

  private static void print(DemoMetrics metrics, PrintWriter printer) {
    TextTable scores =
        new TextTable("codes of the images", "InfoGAN-CR", "untrained", "beta-TCVAE");
    score(scores, "FactorVAE score", metrics, DemoScores::factorVae);
    score(scores, "MIG", metrics, DemoScores::mig);
    score(scores, "DCI disentanglement", metrics, DemoScores::dci);
    List<String> titles = new ArrayList<>(List.of("generated images"));
    metrics.scores().shares().keySet().forEach(reading -> titles.add("variance of " + reading));
    TextTable shares = new TextTable(titles.toArray(String[]::new));
    explained(shares, "InfoGAN-CR", metrics.scores());
    explained(shares, "beta-TCVAE", metrics.betaTcVae());
    printer.printf(Locale.ROOT, "%s%n%s%n", scores, shares);
  }

  private static void score(
      TextTable table, String name, DemoMetrics metrics, ToDoubleFunction<DemoScores> score) {
    List<String> cells = new ArrayList<>(List.of(name));
    for (DemoScores of : List.of(metrics.scores(), metrics.untrained(), metrics.betaTcVae())) {
      cells.add(String.format(Locale.ROOT, "%.3f", score.applyAsDouble(of)));
    }
    table.row(cells.toArray(String[]::new));
  }

  private static void explained(TextTable table, String system, DemoScores scores) {
    int codes = scores.shares().values().iterator().next().size();
    for (int code = 0; code < codes; code++) {
      int row = code;
      List<String> cells = new ArrayList<>(List.of(system + ", by code " + code));
      scores.shares().values().forEach(ofCode -> cells.add(percent(ofCode.get(row))));
      table.row(cells.toArray(String[]::new));
    }
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }
}
