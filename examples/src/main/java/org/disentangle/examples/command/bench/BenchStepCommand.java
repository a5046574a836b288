// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.disentangle.error.Counted;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.bench.StepBench;
import org.disentangle.examples.bench.StepBench.StepReport;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.examples.command.option.PrecisionOption;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.option.SystemChoice;
import org.disentangle.examples.report.StepTable;
import org.disentangle.net.procedure.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Full training iterations without Spark. */
@Command(
    name = "step",
    description = {
      "Time full training iterations of a system without Spark, and generation and encoding. If the system's schedule"
          + " switches a loss on, as InfoGAN-CR's does the contrastive regulariser, iterations before and with it"
          + " are timed.",
      "The median of all iterations after a warm-up is reported. Several workers run at the same time, one"
          + " thread each. Images are random discs; a system that learns from labels gets labelled triplets of"
          + " them, and each triplet counts as one image."
    })
final class BenchStepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private SystemChoice system;
  @Mixin private BenchOptions options;
  @Mixin private PrecisionOption precision;

  @Option(
      names = "--all",
      description =
          "Every preset of every system, or of --algorithm, one row each; --seconds is the time of one preset.")
  private boolean all;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of a worker: 1, as in a Spark task. Default: ${DEFAULT-VALUE}.")
  private int threads;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description = "Workers at the same time in this JVM. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @Override
  public Integer call() throws IOException {
    if (threads != 1) {
      throw BenchOptions.errors()
          .parameter(
              "--threads",
              threads,
              "1: a worker computes on the one core of its Spark task",
              "Raise --workers to use more cores.");
    }
    BenchOptions.requireAtLeastOne("--workers", workers);
    options.outputs(new SparkOptions().hadoop()).require();
    PrintWriter printer = spec.commandLine().getOut();
    if (all) {
      every(printer);
    } else {
      Algorithm algorithm = system.algorithm();
      StepReport report = bench(algorithm, options.preset(algorithm.estimator().presets())).run();
      print(report, printer);
      options.write(report.fields(), printer);
    }
    return 0;
  }

  private void every(PrintWriter printer) throws IOException {
    List<Algorithm> systems =
        isGiven("--algorithm") ? List.of(system.algorithm()) : Algorithm.all();
    List<StepBench> benches = new ArrayList<>();
    for (Algorithm algorithm : systems) {
      for (String preset : Presets.ids(algorithm.estimator().presets())) {
        benches.add(bench(algorithm, preset));
      }
    }
    List<StepReport> reports = new ArrayList<>();
    for (StepBench bench : benches) {
      reports.add(bench.run());
      StepReport done = reports.get(reports.size() - 1);
      PrintWriter notes = spec.commandLine().getErr();
      notes.printf(
          Locale.ROOT,
          "measured %d of %d: %s %s%n",
          reports.size(),
          benches.size(),
          done.algorithm(),
          done.preset());
      notes.flush();
      options.writePart(fields(reports));
    }
    printer.printf(
        Locale.ROOT,
        "batch %d, %s of one thread%n",
        options.batchSize(),
        Counted.of(workers, "worker"));
    printer.print(StepTable.of(reports));
    options.write(fields(reports), printer);
  }

  private static Map<String, Object> fields(List<StepReport> reports) {
    return Map.of("presets", reports.stream().map(StepReport::fields).toList());
  }

  /** Refuses Params and batches that do not go together, before anything is measured. */
  private StepBench bench(Algorithm algorithm, String preset) {
    TrainsInRounds<?> estimator = algorithm.estimator();
    estimator.setPreset(preset);
    estimator.setBatchSize(options.batchSize());
    precision.applyTo(estimator);
    system.applyTo(estimator);
    if (all && !estimator.getPreset().equals(preset)) {
      throw BenchOptions.errors().conflict("--param preset has no effect with --all");
    }
    return new StepBench(algorithm.toString(), estimator, workers, options.seconds());
  }

  private boolean isGiven(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private static void print(StepReport report, PrintWriter printer) {
    printer.printf(
        Locale.ROOT,
        "%s %s in %s, batch %d, %s of one thread%n",
        report.algorithm(),
        report.preset(),
        report.precision(),
        report.batchSize(),
        Counted.of(report.workers(), "worker"));
    String before = report.switchedOn().map(loss -> "iteration before " + loss).orElse("iteration");
    print(before, report.first(), printer);
    report
        .last()
        .ifPresent(
            time -> print("iteration with " + report.switchedOn().orElseThrow(), time, printer));
    print("generator", report.generatorImagesPerSecond(), printer);
    print("encoder", report.encoderImagesPerSecond(), printer);
  }

  private static void print(String what, StepBench.StepTime time, PrintWriter printer) {
    printer.printf(
        Locale.ROOT,
        "  %-19s  %8.1f ms  %8.0f images/s in all%n",
        what,
        time.milliseconds(),
        time.imagesPerSecond());
  }

  private static void print(String what, double imagesPerSecond, PrintWriter printer) {
    printer.printf(Locale.ROOT, "  %-19s  %21.0f images/s in all%n", what, imagesPerSecond);
  }
}
