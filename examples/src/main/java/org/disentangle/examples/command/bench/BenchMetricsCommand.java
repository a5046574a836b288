// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.error.Counted;
import org.disentangle.examples.bench.MetricsBench;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Metrics of a large table. */
@Command(
    name = "metrics",
    description =
        "Time all metrics but boosted trees and support vector machines on a table as large as the dSprites"
            + " grid, and the FactorVAE score alone.")
final class BenchMetricsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "737280",
      description = "Rows of the table. Default: ${DEFAULT-VALUE}, all of dSprites.")
  private long rows;

  @Option(
      names = "--codes",
      paramLabel = "N",
      defaultValue = "10",
      description = "Codes per row. Default: ${DEFAULT-VALUE}.")
  private int codes;

  @Mixin private JsonOutput json;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    json.outputs(spark.hadoop()).require();
    BenchOptions.requireAtLeastOne("--rows", rows);
    BenchOptions.requireAtLeastOne("--codes", codes);
    MetricsBench.Report report;
    try (SparkRun run = spark.start("bench metrics")) {
      report = new MetricsBench(rows, codes).run(run.session());
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        """
        %s, %s, %s
          factor_vae alone  %8.1f s
          whole report      %8.1f s
          peak memory       %8.0f MB
        """,
        Counted.of(report.rows(), "row"),
        Counted.of(report.codes(), "code"),
        Counted.of(report.factors(), "factor"),
        report.factorVaeSeconds(),
        report.reportSeconds(),
        report.peakMegabytes());
    json.write(report, printer);
    return 0;
  }
}
