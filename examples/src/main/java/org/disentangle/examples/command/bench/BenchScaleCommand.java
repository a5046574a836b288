// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.bench.FixedCost;
import org.disentangle.examples.bench.ScaleBench;
import org.disentangle.examples.bench.ScalePoint;
import org.disentangle.examples.bench.ScaleSubject;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The round loop with several numbers of workers. */
@Command(
    name = "scale",
    description = {
      "Measure training on Spark with several numbers of workers in turns: images per second, the speed-up against"
          + " the first number, and what a round costs beside its steps (broadcast, scheduling, averaging), with a"
          + " straight line through it.",
      "Each number is measured in rounds of --averaging-frequency iterations and of a tenth of it, by the median"
          + " of all rounds of a run but the first. --master local[N] sets the cores; workers in excess of"
          + " them wait for one another."
    })
final class BenchScaleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--averaging-frequency",
      paramLabel = "N",
      defaultValue = "100",
      description = "Iterations between two averagings, at least 2. Default: ${DEFAULT-VALUE}.")
  private int averagingFrequency;

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2",
      description = "Numbers of logical workers, two or more. Default: ${DEFAULT-VALUE}.")
  private List<Integer> workers;

  @Option(names = "--contrastive", description = "With the contrastive regulariser on.")
  private boolean contrastive;

  @Option(
      names = "--tiny",
      description =
          "Instead of a preset's networks, a linear one of 1,024 weights: for hundreds of workers, such as"
              + " --workers 128,1024.")
  private boolean tiny;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    BenchOptions.requireAscending("--workers", workers);
    if (workers.size() < 2) {
      throw BenchOptions.errors()
          .parameter("--workers", workers, "two or more numbers", "Add another number, such as 1.");
    }
    if (averagingFrequency < 2) {
      throw BenchOptions.errors()
          .parameter(
              "--averaging-frequency",
              averagingFrequency,
              "at least 2, as shorter rounds are measured too");
    }
    options.outputs(spark.hadoop()).require();
    ScaleBench bench =
        new ScaleBench(subject(), averagingFrequency, workers, options.seconds());
    ScaleBench.Report report;
    try (SparkRun run = spark.start("bench scale")) {
      report = bench.run(run.session());
    }
    PrintWriter printer = spec.commandLine().getOut();
    print(report, printer);
    options.write(report, printer);
    return 0;
  }

  private ScaleSubject subject() {
    if (!tiny) {
      return ScaleSubject.of(options.subject(), contrastive);
    }
    if (contrastive || options.hasPreset()) {
      throw BenchOptions.errors()
          .parameter("--tiny", true, "neither --preset nor --contrastive beside it");
    }
    return ScaleSubject.tiny(options.batchSize());
  }

  private static void print(ScaleBench.Report report, PrintWriter printer) {
    printer.printf(
        Locale.ROOT,
        "%s, batch %d, averaging every %d iterations, CR %s, %d cores, a state of %s MB%n",
        report.preset(),
        report.batchSize(),
        report.averagingFrequency(),
        report.contrastive() ? "on" : "off",
        report.cores(),
        text(report.stateMegabytes() < 1 ? "%.4f" : "%.2f", report.stateMegabytes()));
    TextTable table =
        new TextTable(
            "workers",
            "waves",
            "images/s",
            "speed-up",
            "step ms",
            "round s",
            "beside steps",
            "fixed ms",
            "line ms",
            "error",
            "heap MB",
            "process MB");
    FixedCost line = report.fixedCost();
    for (ScalePoint point : report.points()) {
      table.row(
          Integer.toString(point.workers()),
          Integer.toString(point.waves()),
          text("%.0f", point.imagesPerSecond()),
          text("%.2f", report.speedUp(point)),
          text("%.2f", point.stepMs()),
          text("%.3f", point.roundSeconds()),
          text("%.1f%%", 100 * point.fixedShare()),
          text("%.1f", 1e3 * point.fixedSeconds()),
          text("%.1f", 1e3 * line.seconds(point.workers())),
          text("%+.1f%%", 100 * line.relativeError(point.workers(), point.fixedSeconds())),
          text("%.0f", point.heapMegabytes()),
          text("%.0f", point.processMegabytes()));
    }
    printer.print(table);
    printer.printf(
        Locale.ROOT,
        "fixed(W) = %.1f ms + %.2f ms * W, %s%n",
        1e3 * line.jobSeconds(),
        1e3 * line.workerSeconds(),
        report.points().size() == 2
            ? "through two points, so without an error"
            : text("largest relative error %.1f%%", 100 * report.largestError()));
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
