// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.examples.bench.PredictedRound;
import org.disentangle.examples.bench.RoundCost;
import org.disentangle.examples.command.option.Needs;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.report.PredictionCsv;
import org.disentangle.examples.report.TextTable;
import org.disentangle.file.Place;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rounds on clusters that are not at hand. */
@Command(
    name = "predict",
    description = {
      "Predict rounds of training on larger clusters from the time of a step, the size of a state and the network:"
          + " seconds, images per second, and which part is the largest.",
      "`bench scale` measures the step, the state and the two overheads. Nothing is trained."
    })
final class BenchPredictCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--step-ms",
      paramLabel = "X",
      defaultValue = "150",
      description = "Time of one worker's iteration, in milliseconds. Default: ${DEFAULT-VALUE}.")
  private double stepMs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      defaultValue = "64",
      description = "Images per mini-batch. Default: ${DEFAULT-VALUE}.")
  private int batchSize;

  @Option(
      names = "--state-mb",
      paramLabel = "X",
      defaultValue = "8.8",
      description =
          "Size of weights and optimiser state, in megabytes. Default: ${DEFAULT-VALUE}, of dsprites.")
  private double stateMegabytes;

  @Option(
      names = "--averaging-frequency",
      paramLabel = "N",
      defaultValue = "100",
      description = "Iterations between two averagings. Default: ${DEFAULT-VALUE}.")
  private int averagingFrequency;

  @Option(
      names = "--bandwidth-gbit",
      paramLabel = "X",
      defaultValue = "10",
      description =
          "Network speed of each machine, in gigabits per second. Default: ${DEFAULT-VALUE}.")
  private double bandwidthGigabits;

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      defaultValue = "8,16,32,64,128,256",
      description = "Numbers of logical workers. Default: ${DEFAULT-VALUE}.")
  private List<Integer> workers;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description = "Cores of the cluster. Default: as many as workers.")
  private Integer cores;

  @Option(
      names = "--job-ms",
      paramLabel = "X",
      defaultValue = "50",
      description = "Time that Spark needs per round, in milliseconds. Default: ${DEFAULT-VALUE}.")
  private double jobMs;

  @Option(
      names = "--task-ms",
      paramLabel = "X",
      defaultValue = "5",
      description =
          "Time that each worker adds to that, in milliseconds. Default: ${DEFAULT-VALUE}.")
  private double taskMs;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the table as CSV too.")
  private String out;

  @Needs("--out")
  @Mixin
  private OutputOptions output;

  @Override
  public Integer call() throws IOException {
    Outputs outputs = output.outputs(new SparkOptions().hadoop());
    Place csv = outputs.file("--out", out);
    outputs.require();
    RoundCost cost = cost();
    List<PredictedRound> rounds =
        workers.stream().map(count -> cost.round(count, cores == null ? count : cores)).toList();
    PrintWriter printer = spec.commandLine().getOut();
    printer.print(table(rounds));
    printer.flush();
    if (out != null) {
      new PredictionCsv(rounds, imagesPerWorker()).write(csv, output.overwrite());
      printer.printf(Locale.ROOT, "written: %s%n", out);
    }
    return 0;
  }

  private RoundCost cost() {
    BenchOptions.requirePositive("--step-ms", stepMs);
    BenchOptions.requireAtLeastOne("--batch-size", batchSize);
    BenchOptions.requirePositive("--state-mb", stateMegabytes);
    BenchOptions.requireAtLeastOne("--averaging-frequency", averagingFrequency);
    BenchOptions.requirePositive("--bandwidth-gbit", bandwidthGigabits);
    BenchOptions.requireAscending("--workers", workers);
    if (cores != null) {
      BenchOptions.requireAtLeastOne("--cores", cores);
    }
    BenchOptions.requireAtLeastZero("--job-ms", jobMs);
    BenchOptions.requireAtLeastZero("--task-ms", taskMs);
    return new RoundCost(
        stepMs / 1e3,
        averagingFrequency,
        Math.round(stateMegabytes * (1 << 20)),
        bandwidthGigabits * 1e9 / Byte.SIZE,
        jobMs / 1e3,
        taskMs / 1e3);
  }

  private long imagesPerWorker() {
    return (long) batchSize * averagingFrequency;
  }

  private TextTable table(List<PredictedRound> rounds) {
    TextTable table =
        new TextTable(
            "workers",
            "round s",
            "images/s",
            "efficiency",
            "largest part",
            "beside steps s",
            "averaged by");
    for (PredictedRound round : rounds) {
      table.row(
          Integer.toString(round.workers()),
          String.format(Locale.ROOT, "%.2f", round.seconds()),
          String.format(Locale.ROOT, "%.0f", round.imagesPerSecond(imagesPerWorker())),
          String.format(Locale.ROOT, "%.1f%%", 100 * round.efficiency()),
          round.largest().id(),
          String.format(Locale.ROOT, "%.2f", round.seconds() - round.compute()),
          round.averagedBy());
    }
    return table;
  }
}
