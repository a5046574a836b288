// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.FactorBinsOption;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.HistoryCsv;
import org.disentangle.examples.report.MetricChart;
import org.disentangle.examples.report.SwitchMarks;
import org.disentangle.examples.report.TextTable;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.TrainedModel;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.checkpoint.FinishedCheckpoints.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The checkpoints of a training as models. */
@Command(
    name = "checkpoints",
    description = {
      "List the checkpoints of a training, save one as a model, or measure all of them.",
      "train keeps its checkpoints with --keep-checkpoints, all of them with --checkpoints-kept 0; while it runs they"
          + " can be looked at too."
    })
final class CheckpointsCommand implements Callable<Integer> {

  private static final InputErrors ERRORS = new InputErrors("disentangle checkpoints");
  private static final String NEWEST = "newest";
  private static final double MEGA = 1e6;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "Folder of the checkpoints.")
  private String directory;

  @Needs("--out")
  @Option(
      names = "--export",
      paramLabel = "ITERATION",
      description = "Save the checkpoint of this iteration, or the newest, as the model --out.")
  private String export;

  @Needs("--export")
  @Option(names = "--out", paramLabel = "DIR", description = "Model to write.")
  private String out;

  @Needs("--data")
  @Option(
      names = "--evaluate",
      paramLabel = "NAME",
      split = ",",
      converter = MetricName.Converter.class,
      description = "Metrics to measure of every checkpoint, on --data.")
  private List<MetricName> metrics = List.of();

  @Needs("--evaluate")
  @Option(
      names = "--data",
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = "With factors. " + DataSpec.HELP)
  private DataSpec data;

  @Mixin private FactorBinsOption factorBins;

  @Needs("--evaluate")
  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of all random draws. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Needs("--evaluate")
  @Option(
      names = "--history",
      paramLabel = "CSV",
      description = "Write the rounds of the training with the measured metrics.")
  private String history;

  @Needs("--evaluate")
  @Option(
      names = "--metrics",
      paramLabel = "PNG",
      description = "Draw the measured metrics by iteration.")
  private String png;

  @Needs({"--out", "--history", "--metrics"})
  @Mixin
  private OutputOptions output;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(spark).reads("DIR", directory).reads(data);
    Place model = outputs.folder("--out", out, FolderContent.STAGE);
    Place csv = outputs.file("--history", history);
    Place chart = outputs.file("--metrics", png);
    outputs.require();
    try (SparkRun run = spark.start("checkpoints")) {
      SavedTraining training = new SavedTraining(run.session(), directory);
      List<Entry> all = training.checkpoints();
      if (all.isEmpty()) {
        throw ERRORS.file(
            directory,
            "no checkpoint",
            "the checkpoints of a training",
            "train removes them when the model is saved, unless --keep-checkpoints is given.",
            null);
      }
      if (model == null && metrics.isEmpty()) {
        spec.commandLine().getOut().print(table(all));
      }
      if (model != null) {
        save(training, all, model);
      }
      if (!metrics.isEmpty()) {
        curve(training, all, run, csv, chart);
      }
    }
    return 0;
  }

  private static TextTable table(List<Entry> all) {
    TextTable table = new TextTable("iteration", "MB", "written");
    for (Entry checkpoint : all) {
      Instant written = Instant.ofEpochMilli(checkpoint.writtenMillis());
      table.row(
          Long.toString(checkpoint.iteration()),
          String.format(Locale.ROOT, "%.1f", checkpoint.bytes() / MEGA),
          written.truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return table;
  }

  private void save(SavedTraining training, List<Entry> all, Place place) throws IOException {
    TrainedModel model =
        export.equals(NEWEST)
            ? training.newest(TrainedModel.class)
            : training.model(iteration(all), TrainedModel.class);
    (output.overwrite() ? model.write().overwrite() : model.write()).save(out);
    spec.commandLine().getOut().printf(Locale.ROOT, "model: %s%n", place);
  }

  private long iteration(List<Entry> all) {
    return all.stream()
        .map(Entry::iteration)
        .filter(iteration -> export.equals(Long.toString(iteration)))
        .findFirst()
        .orElseThrow(
            () ->
                ERRORS.parameter(
                    "--export",
                    export,
                    String.format(
                        Locale.ROOT,
                        "%s or one of the iterations %s",
                        NEWEST,
                        all.stream().map(Entry::iteration).toList())));
  }

  private void curve(SavedTraining training, List<Entry> all, SparkRun run, Place csv, Place chart)
      throws IOException {
    CheckpointCurve curve =
        new CheckpointCurve(training, metrics, factorBins.bins(), seed)
            .measure(all, data.load(run.session()));
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(curve.table());
    if (csv != null) {
      new HistoryCsv(curve.history()).write(csv, output.overwrite());
      printer.printf(Locale.ROOT, "history: %s%n", csv);
    }
    if (chart != null && MetricChart.isDrawable(curve.history())) {
      new MetricChart(curve.history(), SwitchMarks.of(curve.trainedWith()))
          .write(chart, output.overwrite());
      printer.printf(Locale.ROOT, "metrics: %s%n", chart);
    }
  }
}
