// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.TrainingAhead;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.command.option.WatchOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.CandidateTable;
import org.disentangle.examples.report.GridScore;
import org.disentangle.examples.report.LambdaAlphaGrid;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.ReportFile;
import org.disentangle.examples.report.RunReport;
import org.disentangle.examples.report.TextTable;
import org.disentangle.file.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Finds lambda and alpha by cross-validation. */
@Command(
    name = "tune",
    description = {
      "Find the best lambda and alpha by cross-validation on data with factor columns.",
      "Fits every pair on every fold, scores the left-out fold, refits the best pair on all data, and writes"
          + " model/, scores.json and report.html to OUT."
    })
final class TuneCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--lambda",
      split = ",",
      paramLabel = "X",
      required = true,
      description = "Weights of the information term to try.")
  private List<Double> lambdas;

  @Option(
      names = "--alpha",
      split = ",",
      paramLabel = "X",
      required = true,
      description = "Weights of the contrastive regulariser to try.")
  private List<Double> alphas;

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Folds, at least 2. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Fits at the same time. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      defaultValue = MetricName.DEFAULT,
      converter = MetricName.Converter.class,
      description = MetricName.HELP)
  private MetricName metric;

  @Mixin private TrainingOptions training;

  @Mixin private WatchOptions watch;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    InfoGanCr estimator = new InfoGanCr();
    training.applyTo(estimator);
    watch.applyTo(estimator);
    DisentanglementEvaluator evaluator = metric.evaluator(estimator.getSeed());
    LambdaAlphaGrid grid =
        new LambdaAlphaGrid(lambdas, alphas, folds, parallelism, estimator.getSeed());
    Outputs outputs = output.outputs(spark).reads(data);
    training.reads(outputs);
    Place folder = outputs.results("--out", out);
    outputs.require();
    LambdaAlphaGrid.Outcome outcome;
    try (SparkRun run = spark.start("tune");
        Progress progress = Progress.of("tune", grid.fits(), spec.commandLine().getErr())) {
      new TrainingAhead(estimator, grid.fits()).announce(spec.commandLine().getErr());
      Dataset<Row> images = data.load(run.session());
      metric.requireFactors("--metric", images.schema());
      watch.requireMeasurable(estimator, images.schema());
      outcome = grid.search(estimator.addListener(progress), evaluator, images);
      String model = folder.child("model").toString();
      (output.overwrite() ? outcome.best().write().overwrite() : outcome.best().write())
          .save(model);
      RunReport.ofFinished(
              outcome.best(),
              data.text(),
              (InfoGanCr) outcome.best().parent(),
              watch.measured(outcome.best(), images),
              new CandidateTable(
                  "All pairs of lambda and alpha",
                  String.format(
                      Locale.ROOT,
                      "%s of the left-out images, the mean over %d folds. This report is about the"
                          + " best pair, fitted to all images.",
                      metric.name(),
                      folds),
                  table(outcome)))
          .write(folder.child(RunReport.FILE), output.overwrite());
    }
    ReportFile.writeJson(folder.child("scores.json"), outcome.scores(), output.overwrite());
    TextTable table = table(outcome);
    spec.commandLine().getOut().print(table);
    spec.commandLine().getOut().printf(Locale.ROOT, "best model: %s%n", folder.child("model"));
    spec.commandLine().getOut().printf(Locale.ROOT, "scores: %s%n", folder.child("scores.json"));
    spec.commandLine().getOut().printf(Locale.ROOT, "report: %s%n", folder.child(RunReport.FILE));
    return 0;
  }

  private TextTable table(LambdaAlphaGrid.Outcome outcome) {
    TextTable table = new TextTable("lambda", "alpha", metric.name(), "");
    for (GridScore score : outcome.scores()) {
      table.row(
          Double.toString(score.lambda()),
          Double.toString(score.alpha()),
          String.format(Locale.ROOT, "%.4f", score.score()),
          score.best() ? "best" : "");
    }
    return table;
  }
}
