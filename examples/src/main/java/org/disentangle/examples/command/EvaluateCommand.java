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
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.WantedMetrics;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.table.CodeTable;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.model.DisentangledModel;
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
      "Encodes the images and compares their codes with the factor columns (factor_..., or --factors) of the data."
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

  @Option(
      names = "--factors",
      paramLabel = "PATTERN",
      split = ",",
      description = "Columns of factors, such as label or attr_*. Default: factor_*.")
  private List<String> factors = List.of();

  @Mixin private FactorBinsOption factorBins;

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
      DisentangledModel<?> fitted = model.load(run.session());
      trainedWith = fitted.trainedWith();
      Dataset<Row> rows = data.load(run.session());
      if (!factors.isEmpty()) {
        evaluator.setFactorCols(factorCols(rows));
      }
      report =
          evaluator.setCodesCol(fitted.getCodesCol()).report(ModelOptions.encode(fitted, rows));
    }
    wanted.requireDefined(report, ERRORS);
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(text(report));
    printer.printf(Locale.ROOT, "trained with: %s%n", trainedWith);
    printer.flush();
    json.write(result(report, trainedWith), printer);
    return 0;
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
