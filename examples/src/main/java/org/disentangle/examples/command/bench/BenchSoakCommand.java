// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.disentangle.error.Counted;
import org.disentangle.examples.bench.BenchSubject;
import org.disentangle.examples.bench.RepeatedUse;
import org.disentangle.examples.bench.SoakBench;
import org.disentangle.examples.bench.SoakBench.Change;
import org.disentangle.examples.command.option.IdleWith;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.report.MemoryChart;
import org.disentangle.file.Place;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A long training, watched. */
@Command(
    name = "soak",
    description =
        "Train for --seconds and watch memory, threads and what checkpoints cost. Every figure is the largest of the"
            + " second quarter of the time and of the last.")
final class BenchSoakCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Needs(
      value = {"--json", "--plot"},
      of = "--overwrite")
  @Mixin
  private BenchOptions options;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "Logical workers. Default: ${DEFAULT-VALUE}.")
  private int workers;

  @IdleWith({"--fits", "--loads"})
  @Option(
      names = "--checkpoint-interval",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Iterations between checkpoints. Default: ${DEFAULT-VALUE}.")
  private int checkpointInterval;

  @Option(
      names = "--fits",
      paramLabel = "N",
      description =
          "Instead: fit N models one after the other, use each, and show how much memory the process holds. At least"
              + " 5.")
  private Integer fits;

  @Option(
      names = "--loads",
      paramLabel = "N",
      description = "As --fits, but load a saved model N times. At least 5.")
  private Integer loads;

  @IdleWith({"--fits", "--loads"})
  @Option(names = "--plot", paramLabel = "PNG", description = "Draw memory and threads.")
  private String plot;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    requireOneWay();
    Outputs outputs = options.outputs(spark.hadoop());
    Place png = outputs.file("--plot", plot);
    outputs.require();
    BenchSubject subject = options.subject();
    BenchOptions.requireAtLeastOne("--workers", workers);
    BenchOptions.requireAtLeastOne("--checkpoint-interval", checkpointInterval);
    if (fits != null || loads != null) {
      return repeat(subject);
    }
    SoakBench bench = new SoakBench(subject, workers, checkpointInterval, options.seconds());
    SoakBench.Report report;
    try (SparkRun run = spark.start("bench soak")) {
      report = bench.run(run.session(), tenTimes(spec.commandLine().getErr()));
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        "%s, batch %d, %s, %s in %.1f minutes%n",
        report.preset(),
        report.batchSize(),
        Counted.of(report.workers(), "worker"),
        Counted.of(report.iterations(), "iteration"),
        report.minutes());
    print(printer, "heap after collection", report.heapMegabytes(), " MB");
    print(printer, "native arrays", report.nativeMegabytes(), " MB");
    print(printer, "process", report.processMegabytes(), " MB");
    print(printer, "threads", report.threads(), "");
    printer.printf(
        Locale.ROOT,
        "  checkpoints every %d iterations: at most %.2f%% of the time%n",
        report.checkpointInterval(),
        100 * report.outsideRounds());
    if (plot != null) {
      new MemoryChart(report.samples()).write(png, options.overwrite());
      printer.printf(Locale.ROOT, "plot: %s%n", plot);
    }
    options.write(report, printer);
    return 0;
  }

  private void requireOneWay() {
    requireEnough("--fits", fits);
    requireEnough("--loads", loads);
    if (fits != null && loads != null) {
      throw BenchOptions.errors()
          .parameter("--loads", loads, "nothing beside --fits", "Measure them in two runs.");
    }
  }

  /** The fifth is what the others are compared with. */
  private static void requireEnough(String option, Integer times) {
    if (times != null && times < RepeatedUse.REFERENCE) {
      throw BenchOptions.errors()
          .parameter(
              option,
              times,
              "at least " + RepeatedUse.REFERENCE,
              "Leave the option out to train for --seconds.");
    }
  }

  private int repeat(BenchSubject subject) throws IOException {
    RepeatedUse.Report report;
    PrintWriter printer = spec.commandLine().getOut();
    try (SparkRun run = spark.start("bench soak")) {
      report =
          new RepeatedUse(subject, workers)
              .run(
                  run.session(),
                  fits != null ? RepeatedUse.Kind.FIT : RepeatedUse.Kind.LOAD,
                  fits != null ? fits : loads,
                  held -> {
                    printer.printf(
                        Locale.ROOT,
                        "%4d  process %6.0f MB, of that networks %5.0f MB, heap %5.0f MB%n",
                        held.use(),
                        held.processMegabytes(),
                        held.nativeMegabytes(),
                        held.heapMegabytes());
                    printer.flush();
                  });
    }
    printer.printf(
        Locale.ROOT,
        "at most %.2f times what the process held after the fifth; beside the Java heap %.2f times%n",
        report.ratio(),
        report.besideHeap());
    options.write(report, printer);
    return 0;
  }

  /** Shows how far the time is, at every tenth of it. */
  private TrainingListener tenTimes(PrintWriter out) {
    long start = System.nanoTime();
    double seconds = options.seconds();
    AtomicInteger printed = new AtomicInteger();
    return (round, progress) -> {
      int tenths = (int) Math.min(10, (System.nanoTime() - start) / 1e8 / seconds);
      if (tenths > printed.getAndSet(tenths)) {
        out.printf(
            Locale.ROOT,
            "soak %3d%%  iteration %d  %s%n",
            10 * tenths,
            round.iteration(),
            round.lossLine());
        out.flush();
      }
      return Wish.CONTINUE;
    };
  }

  private static void print(PrintWriter printer, String what, Change change, String unit) {
    printer.printf(
        Locale.ROOT,
        "  %-22s %6.0f%s, at the end %.0f%s%n",
        what,
        change.second(),
        unit,
        change.last(),
        unit);
  }
}
