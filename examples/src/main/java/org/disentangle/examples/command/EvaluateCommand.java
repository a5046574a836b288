// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.FactorBinsOption;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.ModelOptions;
import org.disentangle.examples.command.option.SetsParam;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.WantedMetrics;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.experiment.measure.LabelReading;
import org.disentangle.examples.report.MetricProgress;
import org.disentangle.examples.table.CodeTable;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Metrics of a trained model on data with ground-truth factors. */
@Command(
    name = "evaluate",
    description = {
      "Measure how well the codes of a trained model are disentangled.",
      "Encodes the images and compares their codes with the factor columns (factor_..., or --factors) of the data. Of a model of"
          + " specified and unspecified codes it says how well labels are read from both (--label)."
    })
final class EvaluateCommand implements Callable<Integer> {

  private static final InputErrors ERRORS = new InputErrors("disentangle evaluate");

  @Spec private CommandSpec spec;
  @Mixin private ModelOptions model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "SPEC",
      converter = DataSpec.Converter.class,
      description = DataSpec.HELP)
  private DataSpec data;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      split = ",",
      defaultValue = MetricName.DEFAULT,
      converter = MetricName.Converter.class,
      description = MetricName.LIST_HELP)
  private List<MetricName> metrics;

  @SetsParam("factorCols")
  @Option(
      names = "--factors",
      paramLabel = "PATTERN",
      split = ",",
      description = "Columns of factors, such as label or attr_*. Default: factor_*.")
  private List<String> factors = List.of();

  @Mixin private FactorBinsOption factorBins;

  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      split = ",",
      description = {
        "Labels to read from the codes of a model of specified and unspecified codes; several with commas.",
        "A perceptron learns each from four fifths of the images. Default: label."
      })
  private List<String> labels;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of all random draws. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private JsonOutput json;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    WantedMetrics wanted = new WantedMetrics("--metric", metrics, List.of());
    DisentanglementEvaluator evaluator =
        new DisentanglementEvaluator("disentangle evaluate")
            .setSeed(seed)
            .setFactorBins(factorBins.bins())
            .setMetrics(wanted.names());
    json.outputs(spark.hadoop()).reads("--model", model.path()).reads(data).require();
    DisentanglementReport report;
    TrainedWith trainedWith;
    try (SparkRun run = spark.start("evaluate")) {
      TrainedModel loaded = model.loadEncoder(run.session());
      if (loaded instanceof StyleContentModel separated) {
        return readLabels(separated, data.load(run.session()));
      }
      requireNone("--label", "a model of a specified and an unspecified code");
      DisentangledModel<?> fitted = (DisentangledModel<?>) loaded;
      trainedWith = fitted.trainedWith();
      Dataset<Row> rows = data.load(run.session());
      if (!factors.isEmpty()) {
        evaluator.setFactorCols(factorCols(rows));
      }
      report =
          evaluator
              .setCodesCol(fitted.getCodesCol())
              .onMetrics(new MetricProgress("evaluate", spec.commandLine().getErr()))
              .report(ModelOptions.encode(fitted, rows));
    }
    wanted.requireDefined(report, ERRORS);
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(text(report));
    printer.printf(Locale.ROOT, "trained with: %s%n", trainedWith);
    printer.flush();
    json.write(result(report, trainedWith), printer);
    return 0;
  }

  /** What labels the two codes of each image carry. */
  private int readLabels(StyleContentModel separated, Dataset<Row> images) throws IOException {
    requireNone("--metric", "a model of codes that were learned without labels");
    requireNone("--factor-bins", "a model of codes that were learned without labels");
    requireNone("--factors", "a model of codes that were learned without labels");
    ModelOptions.findImages(separated, images);
    List<LabelReading> readings =
        LabelReading.of(separated, images, labels == null ? List.of("label") : labels, seed);
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        "%-24s %9s %11s %13s%n",
        "label read from",
        "specified",
        "unspecified",
        "most frequent");
    for (LabelReading reading : readings) {
      printer.printf(
          Locale.ROOT,
          "%-24s %9.4f %11.4f %13.4f%n",
          reading.label(),
          reading.specified(),
          reading.unspecified(),
          reading.mostFrequent());
    }
    printer.printf(Locale.ROOT, "trained with: %s%n", separated.trainedWith());
    printer.flush();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("labels", readings.stream().map(EvaluateCommand::values).toList());
    values.put("seed", seed);
    values.put("trainedWith", separated.trainedWith());
    json.write(values, printer);
    return 0;
  }

  /** By the names that experiments have for them. */
  private static Map<String, Object> values(LabelReading reading) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("label", reading.label());
    values.put("classes", reading.classes());
    values.put("sToLabel", reading.specified());
    values.put("zToLabel", reading.unspecified());
    values.put("sToLabelTrain", reading.specifiedTrain());
    values.put("zToLabelTrain", reading.unspecifiedTrain());
    values.put("most_frequent_class", reading.mostFrequent());
    return values;
  }

  /** Refuses an option that is for another kind of model. */
  private void requireNone(String option, String models) {
    if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
      throw ERRORS.conflict(
          String.format(
              Locale.ROOT, "%s has no effect on this model; it is for %s", option, models));
    }
  }

  private String[] factorCols(Dataset<Row> rows) {
    List<String> columns = CodeTable.matching(rows.schema(), factors);
    if (columns.isEmpty()) {
      throw ERRORS.parameter(
          "--factors", String.join(",", factors), "some of " + Arrays.toString(rows.columns()));
    }
    return columns.toArray(String[]::new);
  }

  /** A line for one metric, the table of the report for several. */
  private static String text(DisentanglementReport report) {
    List<Score> scores = report.scores().scores();
    return scores.size() > 1
        ? report.toString()
        : String.format(
            Locale.ROOT, "%s %.4f%n", scores.get(0).metric().name(), scores.get(0).value());
  }

  /** Null for metrics that are not defined on the data. */
  private Map<String, Object> result(DisentanglementReport report, TrainedWith trainedWith) {
    List<Score> scores = report.scores().scores();
    List<String> names = scores.stream().map(score -> score.metric().name()).toList();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("metric", names.size() == 1 ? names.get(0) : names);
    scores.forEach(
        score -> values.put(score.metric().name(), score.isDefined() ? score.value() : null));
    values.put("factors", report.factorCols());
    values.put("seed", seed);
    values.put("trainedWith", trainedWith);
    return values;
  }
}
