// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.ModelSelection;
import org.disentangle.estimator.SupervisedSelection;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.command.option.AlgorithmOptions;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.FinishedRuns;
import org.disentangle.examples.command.option.IdleWith;
import org.disentangle.examples.command.option.MayRepeat;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.ModelFolder;
import org.disentangle.examples.command.option.OptionsOfSeveral;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SelectionMethod;
import org.disentangle.examples.command.option.SeveralSystems;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.TrainingAhead;
import org.disentangle.examples.command.option.TrainingOptions;
import org.disentangle.examples.command.option.WatchOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.ComparisonProgress;
import org.disentangle.examples.report.Progress;
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

  @MayRepeat
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
          "Runs per combination of weights, or of each of --algorithms, with consecutive seeds."
              + " Default: ${DEFAULT-VALUE}.")
  private int runs;

  @IdleWith("--models")
  @Mixin
  private SeveralSystems several;

  @IdleWith("--models")
  @Mixin
  private AlgorithmOptions algorithm;

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
          "Keep OUT-runs once all is saved, to add to it later by --resume and more --runs, systems or combinations of"
              + " weights.")
  private boolean keepRuns;

  @IdleWith(value = "--models", except = "--seed")
  @Mixin
  private TrainingOptions training;

  @IdleWith("--models")
  @Mixin
  private WatchOptions watch;

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
    List<DisentanglingEstimator<?, ?, ?>> systems = new ArrayList<>();
    List<String> ofSome = List.of();
    if (several.areGiven()) {
      OptionsOfSeveral options =
          algorithm.ofSeveral(several.systems(spec.commandLine().getParseResult()), training);
      systems.addAll(options.estimators());
      ofSome = options.ofSome();
    } else {
      systems.add(algorithm.disentangling(training));
    }
    for (DisentanglingEstimator<?, ?, ?> system : systems) {
      watch.applyTo(system);
    }
    ParamMap[] grid = systems.size() > 1 ? new ParamMap[] {} : algorithm.grid(systems.get(0));
    int points = Math.max(1, grid.length);
    if (models.isEmpty()) {
      SelectionMethod.requireSeveral("--runs", runs, (long) systems.size() * points * runs);
    } else {
      SelectionMethod.requireSeveral("--models", models.size(), models.size());
    }
    int runsEach = points * runs;
    long seed = systems.get(0).getSeed();
    ModelSelection<?> selection =
        method.selection(seed).setNumRuns(runs).setParallelism(parallelism);
    try (SparkRun run = spark.start("select");
        Progress progress =
            Progress.of(
                "select",
                systems.stream().map(SelectCommand::name).toList(),
                systems.stream().map(DisentanglingEstimator::getMaxIter).toList(),
                runsEach,
                spec.commandLine().getErr());
        ComparisonProgress comparing =
            ComparisonProgress.watch(run.session(), "select", spec.commandLine().getErr())) {
      List<DisentangledModel<?>> trained = List.of();
      if (models.isEmpty()) {
        new TrainingAhead(systems, runsEach, ofSome).announce(spec.commandLine().getErr());
        List<Estimator<? extends DisentangledModel<?>>> listened = new ArrayList<>();
        for (int system = 0; system < systems.size(); system++) {
          listened.add(systems.get(system).addListener(progress.ofSystem(system)));
        }
        selection
            .setEstimators(listened)
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
      method.requireMeasurable(rows.schema());
      if (models.isEmpty()) {
        watch.requireMeasurable(systems.get(0), rows.schema());
      }
      if (models.isEmpty() && !resume) {
        selection.transformSchema(rows.schema());
        finished.remove();
      }
      SelectedModel selected = selection.fit(rows);
      SelectionResult result =
          new SelectionResult(
              selected, models, method.metric(), supervised(selected, method.metric(), rows, seed));
      write(folder, selected, result);
      if (models.isEmpty()) {
        DisentangledModel<?> best = selected.best();
        DisentanglingEstimator<?, ?, ?> system =
            systems.get(selected.ranked().selected() / runsEach);
        RunReport.ofFinished(
                best, data.text(), system, watch.measured(best, rows), result.comparison())
            .write(folder.child(RunReport.FILE), output.overwrite());
        spec.commandLine()
            .getOut()
            .printf(Locale.ROOT, "report: %s%n", folder.child(RunReport.FILE));
        end(finished);
      }
    }
    return 0;
  }

  private static String name(DisentanglingEstimator<?, ?, ?> system) {
    return Algorithm.ofEstimator(system.getClass().getSimpleName());
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

  private void write(Place folder, SelectedModel selected, SelectionResult result)
      throws IOException {
    result.print(spec.commandLine().getOut(), spec.commandLine().getErr());
    new SelectionFolder(folder, output.overwrite(), spec.commandLine().getOut())
        .write(selected, result.ranking(), result.names());
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
}
