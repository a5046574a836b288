// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.examples.command.option.ExistingInput;
import org.disentangle.examples.command.option.ForMetrics;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.MetricName;
import org.disentangle.examples.command.option.MetricOptions;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.WantedMetrics;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.MetricPlots;
import org.disentangle.examples.table.CodeTable;
import org.disentangle.file.FolderContent;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Metrics of a table of codes and factors. */
@Command(
    name = "metrics",
    description = {
      "Compute metrics of a table that has codes and ground-truth factors.",
      "Metrics that train a model train it on the table (at most 10,000 rows) and score it on the rows of --test"
          + " (at most 5,000); without --test they are scored on the rows they were trained on."
    })
final class MetricsCommand implements Callable<Integer> {

  private static final String NAME = "disentangle metrics";
  private static final InputErrors ERRORS = new InputErrors(NAME);

  @Spec private CommandSpec spec;

  @Option(
      names = "--table",
      required = true,
      paramLabel = "FILE",
      description =
          "The table: Parquet, or CSV with a header (plain, .gz or .bz2; .tsv with tabs).")
  private String table;

  @ForMetrics(ofTestRows = true)
  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Other rows of the same columns, to score trained metrics on.")
  private String test;

  @Option(
      names = "--factors",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = CodeTable.FACTORS,
      description = "Columns of factors. Default: ${DEFAULT-VALUE}, those with one value left out.")
  private List<String> factors;

  @Option(
      names = "--codes",
      paramLabel = "PATTERN",
      split = ",",
      defaultValue = CodeTable.CODES,
      description =
          "Columns of codes, or one column of arrays. Default: ${DEFAULT-VALUE}, else the column codes.")
  private List<String> codes;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "all",
      converter = MetricName.Converter.class,
      description = MetricName.LIST_HELP)
  private List<MetricName> metrics;

  @Option(
      names = "--without",
      paramLabel = "NAME",
      split = ",",
      converter = MetricName.Converter.class,
      description = "Metrics to leave out, named in the same way.")
  private List<MetricName> without = List.of();

  @Mixin private MetricOptions settings;

  @Needs(
      value = {"--json", "--plots"},
      of = "--overwrite")
  @Mixin
  private JsonOutput json;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Draw the matrices that scores were made from as PNG files.")
  private String plots;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = json.outputs(spark.hadoop()).reads("--table", table).reads("--test", test);
    Place figures = outputs.folder("--plots", plots, FolderContent.PICTURES);
    outputs.require();
    WantedMetrics wanted = new WantedMetrics("--metric", metrics, without);
    PrintWriter printer = spec.commandLine().getOut();
    DisentanglementReport report;
    try {
      report = measured(wanted);
    } catch (InvalidInputException refusal) {
      throw MetricOptions.NAMES.in(NAME, refusal);
    }
    printer.print(report);
    printer.flush();
    json.writeText(report.toJson(), printer);
    if (plots != null) {
      for (Place figure : MetricPlots.write(report, figures, json.overwrite())) {
        printer.printf(Locale.ROOT, "written: %s%n", figure);
      }
    }
    return 0;
  }

  private DisentanglementReport measured(WantedMetrics wanted) {
    DisentanglementEvaluator evaluator =
        settings.evaluator().setRowOrder("given").setTestFraction(0).setMetrics(wanted.names());
    try (SparkRun run = spark.start("metrics")) {
      DisentanglementReport report = report(evaluator, run.session());
      wanted.requireDefined(report, ERRORS);
      return report;
    }
  }

  private DisentanglementReport report(DisentanglementEvaluator evaluator, SparkSession session) {
    Dataset<Row> rows = load("--table", table, session);
    PrintWriter notes = spec.commandLine().getErr();
    List<String> factorColumns = Arrays.asList(rows.drop(CodeTable.LOADED_CODES).columns());
    boolean named = !factors.equals(List.of(CodeTable.FACTORS));
    if (named || evaluator.needsFactors()) {
      new CodeTable(table, factors, codes).requireFactors(rows);
    }
    if (named) {
      evaluator.setFactorCols(factorColumns.toArray(String[]::new));
    }
    DisentanglementReport report;
    if (test == null) {
      report = evaluator.report(rows);
      if (evaluator.scoresTestRows()) {
        notes.println(
            "Without --test, trained metrics are scored on the rows they were trained on.");
      }
    } else {
      report = evaluator.report(rows, load("--test", test, session));
    }
    List<String> constant = new ArrayList<>(factorColumns);
    constant.removeAll(report.factorCols());
    if (!constant.isEmpty() && !report.factorCols().isEmpty()) {
      notes.printf(
          Locale.ROOT, "Left out, as they have one value: %s%n", String.join(", ", constant));
    }
    return report;
  }

  private Dataset<Row> load(String option, String path, SparkSession session) {
    return new CodeTable(ExistingInput.named(path, option, session).path(), factors, codes)
        .load(session);
  }
}
