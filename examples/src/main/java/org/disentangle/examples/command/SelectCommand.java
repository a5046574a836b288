// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.examples.command.option.AlgorithmOptions;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.FinishedRuns;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SelectionMethod;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.TrainingAhead;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.command.option.WatchOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.Progress;
import org.disentangle.examples.report.RankedModel;
import org.disentangle.examples.report.RunReport;
import org.disentangle.examples.report.SelectionFolder;
import org.disentangle.file.Place;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ValueRange;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.selection.Ranked;
import org.disentangle.stage.InputErrors;
import org.disentangle.examples.command.option.IdleWith;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains several models, or takes trained ones, and picks the best without labels. */
@Command(
    name = "select",
    description = {
      "Train several models and select the best, by default without labels (ModelCentrality).",
      "Writes the best to OUT/model, all of them to OUT/selection, ranking.json, report.html of the best if it was"
          + " trained here, and matrix.png where models are compared with each other. While it trains each finished model is kept in OUT-runs, from which --resume"
          + " continues; they go when all is saved."
    })
final class SelectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = "Needed for training, udr-* and --metric. " + DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "DIR",
      description = "Trained models to select from, at least two; then nothing is trained.")
  private List<String> models = List.of();

  @Mixin private SelectionMethod method;

  @IdleWith("--models")
  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "Runs per combination of weights, with consecutive seeds. Default: ${DEFAULT-VALUE}.")
  private int runs;

  @IdleWith("--models")
  @Mixin private AlgorithmOptions algorithm;

  @IdleWith("--models")
  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs at the same time. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @IdleWith("--models")
  @Option(names = "--resume", description = "Take the finished models of OUT-runs.")
  private boolean resume;

  @IdleWith("--models")
  @Option(
      names = "--keep-runs",
      description =
          "Keep OUT-runs once all is saved, to add to it later by --resume and more --runs.")
  private boolean keepRuns;

  @IdleWith(value = "--models", except = "--seed")
  @Mixin private TrainingOptions training;

  @IdleWith("--models")
  @Mixin private WatchOptions watch;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    requireData();
    Outputs outputs = output.outputs(spark).reads(data);
    training.reads(outputs);
    models.forEach(path -> outputs.reads("--models", path));
    Place folder = outputs.results("--out", out);
    FinishedRuns finished = new FinishedRuns(folder.beside("-runs"));
    if (models.isEmpty()) {
      outputs.kept("the finished models of --out", finished.folder().toString());
    }
    outputs.require();
    if (models.isEmpty()) {
      finished.requireFree(resume, output.overwrite());
    }
    DisentanglingEstimator<?, ?, ?> estimator = algorithm.disentangling(training);
    watch.applyTo(estimator);
    ParamMap[] grid = algorithm.grid(estimator);
    ModelSelection<?> selection =
        method.selection(estimator.getSeed()).setNumRuns(runs).setParallelism(parallelism);
    try (SparkRun run = spark.start("select");
        Progress progress =
            Progress.of("select", grid.length * runs, spec.commandLine().getErr())) {
      List<DisentangledModel<?>> trained = List.of();
      if (models.isEmpty()) {
        new TrainingAhead(estimator, grid.length * runs).announce(spec.commandLine().getErr());
        estimator.addListener(progress);
        selection
            .setEstimator(estimator)
            .setEstimatorParamMaps(grid)
            .setSubModelDir(finished.folder().toString())
            .setResume(resume);
      } else {
        trained = new ArrayList<>();
        for (String path : models) {
          trained.add(new ModelFolder(run.session(), path).ofCodes());
        }
        selection.setModels(trained);
      }
      Dataset<Row> rows =
          data == null ? noRows(run.session(), trained.get(0)) : data.load(run.session());
      if (models.isEmpty()) {
        watch.requireMeasurable(estimator, rows.schema());
      }
      if (models.isEmpty() && !resume) {
        selection.transformSchema(rows.schema());
        finished.remove();
      }
      SelectedModel selected = selection.fit(rows);
      write(folder, selected, rows, estimator.getSeed());
      if (models.isEmpty()) {
        DisentangledModel<?> best = selected.best();
        RunReport.ofFinished(best, data.text(), estimator, watch.measured(best, rows))
            .write(folder.child(RunReport.FILE), output.overwrite());
        end(finished);
      }
    }
    return 0;
  }

  private void requireData() {
    InputErrors errors = new InputErrors("disentangle select");
    if (data == null && (models.isEmpty() || method.readsData())) {
      throw errors.parameter(
          "--data", "none", "images", "Only --models with model-centrality needs no data.");
    }
  }

  /** What a selection is given that looks at generated images alone. */
  private static Dataset<Row> noRows(SparkSession session, DisentangledModel<?> model) {
    StructType schema =
        new StructType()
            .add(
                ImageColumns.field(
                    model.getImageCol(),
                    ImageFormat.of(model.getImageFormat()),
                    ValueRange.of(model.getValueRange()),
                    model.imageShape()));
    return session.createDataFrame(List.of(), schema);
  }

  private void write(Place folder, SelectedModel selected, Dataset<Row> rows, long seed)
      throws IOException {
    PrintWriter printer = spec.commandLine().getOut();
    MetricName metric = method.metric();
    List<RankedModel> ranking =
        RankedModel.of(selected.ranked(), names(selected), supervised(selected, metric, rows, seed));
    String measured = metric == null ? null : metric.name();
    printer.print(RankedModel.table(ranking, selected.ranked().method(), measured));
    if (metric != null) {
      double correlation = RankedModel.correlation(ranking);
      printer.printf(Locale.ROOT, "rank correlation with %s: %.3f%n", metric.name(), correlation);
    }
    for (List<Integer> alike : selected.ranked().alike()) {
      spec.commandLine()
          .getErr()
          .printf(
              Locale.ROOT,
              "Alike, and so voting for each other: models %s. Good models are, and so are copies of"
                  + " one and models that collapsed alike: look at their traversals.%n",
              alike.stream().map(names(selected)::get).collect(Collectors.joining(", ")));
    }
    new SelectionFolder(folder, output.overwrite(), printer)
        .write(selected, ranking, names(selected));
  }

  private void end(FinishedRuns finished) throws IOException {
    if (!keepRuns) {
      finished.remove();
    }
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            keepRuns
                ? "finished runs: %s%n"
                : "finished runs removed: %s (--keep-runs keeps them)%n",
            finished.folder());
  }

  private double[] supervised(
      SelectedModel selected, MetricName metric, Dataset<Row> rows, long seed) {
    if (metric == null) {
      return new double[0];
    }
    Evaluator evaluator = metric.evaluator(seed);
    Ranked scored =
        method.isSupervised()
            ? selected.ranked()
            : new SupervisedSelection()
                .setModels(selected.models())
                .setEvaluator(evaluator)
                .fit(rows)
                .ranked();
    double sign = evaluator.isLargerBetter() ? 1 : -1;
    return Arrays.stream(scored.scores()).map(score -> sign * score).toArray();
  }

  private List<String> names(SelectedModel selected) {
    return models.isEmpty()
        ? IntStream.range(0, selected.models().size()).mapToObj(String::valueOf).toList()
        : models;
  }
}
