package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.bench.BenchSubject;
import org.disentangle.examples.bench.ScaleBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The round loop with one and with two workers. */
@Command(
    name = "scale",
    description =
        "Measure training on Spark with one and with two workers in turns: images per second, the speed-up, and"
            + " the share of time in which averaging keeps the workers waiting. Needs two free cores.")
final class BenchScaleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;

  @Option(
      names = "--averaging-frequency",
      paramLabel = "N",
      defaultValue = "100",
      description = "Iterations between two averagings. Default: ${DEFAULT-VALUE}.")
  private int averagingFrequency;

  @Option(names = "--contrastive", description = "With the contrastive regulariser on.")
  private boolean contrastive;

  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    BenchOptions.requireAtLeastOne("--averaging-frequency", averagingFrequency);
    BenchSubject subject = options.subject();
    ScaleBench bench = new ScaleBench(subject, contrastive, averagingFrequency, options.seconds());
    ScaleBench.Report report;
    try (SparkRun run = spark.start("bench scale", "local[2]")) {
      report = bench.run(run.session());
    }
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        """
        %s, batch %d, averaging every %d iterations, CR %s
          1 worker   %8.0f images/s
          2 workers  %8.0f images/s in all: %.2f times one, %.1f%% of the time averaging
        """,
        report.preset(),
        report.batchSize(),
        report.averagingFrequency(),
        report.contrastive() ? "on" : "off",
        report.oneWorkerImagesPerSecond(),
        report.twoWorkersImagesPerSecond(),
        report.speedUp(),
        100 * report.averagingShare());
    options.write(report, printer);
    return 0;
  }
}
