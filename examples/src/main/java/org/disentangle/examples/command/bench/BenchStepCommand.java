// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.bench.BenchSubject;
import org.disentangle.examples.bench.StepBench;
import org.disentangle.examples.command.option.PrecisionOption;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.net.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Full training iterations without Spark. */
@Command(
    name = "step",
    description = {
      "Time full training iterations without Spark, before and with the contrastive regulariser, and generation and"
          + " encoding.",
      "The median of all iterations after a warm-up is reported. Several workers run at the same time, one"
          + " thread each."
    })
final class BenchStepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private BenchOptions options;
  @Mixin private PrecisionOption precision;

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
    Precision wanted = precision.require();
    BenchSubject subject = options.subject();
    StepBench.Report report = new StepBench(subject, wanted, workers, options.seconds()).run();
    PrintWriter printer = spec.commandLine().getOut();
    printer.printf(
        Locale.ROOT,
        """
        %s in %s, batch %d, %d worker(s) of one thread
          iteration before CR  %8.1f ms  %8.0f images/s in all
          iteration with CR    %8.1f ms  %8.0f images/s in all
          generator            %22.0f images/s in all
          encoder              %22.0f images/s in all
        """,
        report.preset(),
        report.precision(),
        report.batchSize(),
        report.workers(),
        report.phase0Ms(),
        report.phase0ImagesPerSecond(),
        report.phaseCrMs(),
        report.phaseCrImagesPerSecond(),
        report.generatorImagesPerSecond(),
        report.encoderImagesPerSecond());
    options.write(report, printer);
    return 0;
  }
}
