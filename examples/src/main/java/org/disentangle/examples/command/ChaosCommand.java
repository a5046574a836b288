// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.disentangle.error.Counted;
import org.disentangle.examples.chaos.Chaos;
import org.disentangle.examples.chaos.Chaos.Kill;
import org.disentangle.examples.chaos.Victim;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.JsonOutput;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.file.FolderTree;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Kills processes of training runs and compares the results. */
@Command(
    name = "chaos",
    description = {
      "Kill executors and drivers of training runs at random moments and compare the models bit by bit.",
      "Every run has its own JVM with two executors on this machine and is killed once (SIGKILL); after"
          + " a killed driver it is resumed from its checkpoints. Needs two cores and 5 GB of memory. Exit code 1 if any"
          + " model differs; its folder is then kept."
    })
final class ChaosCommand implements Callable<Integer> {

  /** What was found. */
  record Report(double undisturbedSeconds, List<Kill> kills, long different) {}

  @Spec private CommandSpec spec;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "20",
      description = "Runs with a killed executor. Default: ${DEFAULT-VALUE}.")
  private int kills;

  @Option(
      names = "--driver-kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "Runs with a killed driver. Default: ${DEFAULT-VALUE}.")
  private int driverKills;

  @Option(
      names = "--data",
      paramLabel = "SPEC",
      defaultValue = "dsprites:imageSize=32,sample=2048",
      description = "Images to train on, as for train. Default: ${DEFAULT-VALUE}.")
  private String data;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      defaultValue = "small32",
      description = "Networks and schedule, as for train. Default: ${DEFAULT-VALUE}.")
  private String preset;

  @Option(
      names = "--max-iter",
      paramLabel = "N",
      defaultValue = "400",
      description = "Iterations of every run. Default: ${DEFAULT-VALUE}.")
  private long maxIter;

  @Option(
      names = "--averaging-frequency",
      paramLabel = "N",
      defaultValue = "20",
      description = "Iterations between two averagings. Default: ${DEFAULT-VALUE}.")
  private int averagingFrequency;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "N",
      defaultValue = "40",
      description = "Iterations between checkpoints. Default: ${DEFAULT-VALUE}.")
  private int checkpointInterval;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      description = "Seed of the runs and of the kill times. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private JsonOutput json;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException, InterruptedException, TimeoutException {
    json.outputs(spark.hadoop()).reads(DataSpec.parse(data)).require();
    requireCount("--kills", kills);
    requireCount("--driver-kills", driverKills);
    PrintWriter printer = spec.commandLine().getOut();
    Path folder = Files.createTempDirectory("disentangle-chaos");
    Chaos chaos = new Chaos(folder, training(), seed);
    List<Kill> all = new ArrayList<>();
    double undisturbed;
    try (SparkRun run = spark.start("chaos", "local[1]")) {
      undisturbed = chaos.trainUndisturbed();
      line(printer, "undisturbed training: %.1f s", undisturbed);
      all.addAll(chaos.kill(Victim.EXECUTOR, kills, kill -> print(printer, kill)));
      all.addAll(chaos.kill(Victim.DRIVER, driverKills, kill -> print(printer, kill)));
    }
    long different = all.stream().filter(kill -> !kill.same()).count();
    line(
        printer,
        "%s, %s bit by bit the same",
        Counted.of(all.size(), "kill"),
        Counted.of(all.size() - different, "result"));
    json.write(new Report(undisturbed, all, different), printer);
    if (different > 0) {
      line(printer, "models that differ: %s", folder);
      return 1;
    }
    FolderTree.delete(folder);
    return 0;
  }

  private List<String> training() {
    return List.of(
        "--data=" + data,
        "--preset=" + preset,
        "--workers=2",
        "--max-iter=" + maxIter,
        "--averaging-frequency=" + averagingFrequency,
        "--checkpoint-interval=" + checkpointInterval,
        "--seed=" + seed);
  }

  private static void requireCount(String option, int value) {
    if (value < 0) {
      throw new InputErrors("disentangle chaos").parameter(option, value, "0 or more");
    }
  }

  private static void print(PrintWriter printer, Kill kill) {
    line(
        printer,
        "%s killed after %.1f s: %s (%.1f s in all)",
        kill.victim().word(),
        kill.killedAfterSeconds(),
        kill.same() ? "the same bits" : "A DIFFERENT MODEL",
        kill.seconds());
  }

  private static void line(PrintWriter printer, String format, Object... values) {
    printer.println(String.format(Locale.ROOT, format, values));
    printer.flush();
  }
}
