// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.experiment;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.disentangle.error.Counted;
import org.disentangle.examples.command.option.OutputOptions;
import org.disentangle.examples.command.option.Outputs;
import org.disentangle.examples.command.option.SparkOptions;
import org.disentangle.examples.command.run.SparkRun;
import org.disentangle.examples.command.run.TypedCommand;
import org.disentangle.examples.experiment.ExperimentPlan;
import org.disentangle.examples.experiment.ExperimentSize;
import org.disentangle.examples.experiment.ExperimentTable;
import org.disentangle.examples.experiment.KnownExperiments;
import org.disentangle.examples.experiment.result.ExperimentResult;
import org.disentangle.examples.experiment.result.ResultFiles;
import org.disentangle.examples.experiment.result.ResultText;
import org.disentangle.examples.experiment.trial.ExperimentFolder;
import org.disentangle.examples.experiment.trial.ExperimentOutcome;
import org.disentangle.examples.experiment.trial.ExperimentRun;
import org.disentangle.examples.experiment.trial.Trial;
import org.disentangle.file.Place;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an experiment of this project or a user's own. */
@Command(
    name = "experiment",
    description = {
      "Train the variants of an experiment with several seeds, measure them, and compare them with what a paper says.",
      "Writes for every variant and seed the model, its history, losses, traversal and figures to OUT/VARIANT/seed-N,"
          + " and what they add up to: results.txt, results.json, results.csv, runs.csv and results.png.",
      "Runs that are finished are not repeated when the same command is given again, also after it was killed."
    })
public final class ExperimentCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      completionCandidates = KnownExperiments.class,
      description = "${COMPLETION-CANDIDATES}; or a file with a table of your own, FILE.json.")
  private String name;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "short",
      description =
          "tiny: one or two minutes, to see whether it works. short: images of 32 pixels, about an hour on two cores."
              + " paper: the data and schedules of the paper. Default: ${DEFAULT-VALUE}.")
  private ExperimentSize size;

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs at the same time. Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--show",
      description = "Only print what would be trained, and by which commands.")
  private boolean show;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write. Default: the name of the experiment, or what its table says.")
  private String out;

  @Mixin private OutputOptions output;
  @Mixin private SparkOptions spark;

  @Override
  public Integer call() throws IOException {
    long start = System.nanoTime();
    if (name == null) {
      throw new ParameterException(
          spec.commandLine(), "Missing which experiment: " + KnownExperiments.names() + ".");
    }
    if (parallelism < 1) {
      throw new InputErrors("disentangle experiment")
          .parameter("--parallelism", parallelism, "a whole number, at least 1");
    }
    Outputs outputs = output.outputs(spark);
    NamedTable named = new NamedTable(name, spark.hadoop());
    ExperimentTable table = named.table();
    named.file().ifPresent(file -> outputs.reads("NAME", file));
    ExperimentPlan plan = ExperimentPlan.of(table, size, options.overrides());
    options.requireLabelUsed(plan);
    outputs.reads(plan.dataSpec(plan.data())).reads(plan.dataSpec(plan.scored()));
    Place folder = outputs.kept("--out", out == null ? table.folder() : out);
    outputs.require();
    ExperimentRun experiment = new ExperimentRun(plan, folder, parallelism);
    PrintWriter printer = spec.commandLine().getOut();
    new ExperimentFolder(folder).require(plan, output.overwrite());
    if (show) {
      try (SparkRun run = spark.start("experiment " + table.name())) {
        experiment.require(run.session());
      }
      printer.print(new PlanText(experiment));
      return 0;
    }
    announce(experiment, spec.commandLine().getErr());
    ExperimentOutcome outcome;
    try (SparkRun run = spark.start("experiment " + table.name())) {
      outcome = experiment.run(run.session(), output.overwrite(), spec.commandLine().getErr());
    }
    ExperimentResult result =
        ExperimentResult.of(plan, outcome, typed(), (System.nanoTime() - start) / 1e9);
    new ResultFiles(folder).write(result);
    printer.print(new ResultText(result));
    printer.printf(
        Locale.ROOT,
        "figures: %s, %s%npicture: %s%n",
        folder.child("results.json"),
        folder.child("results.csv"),
        folder.child("results.png"));
    return 0;
  }

  private void announce(ExperimentRun experiment, PrintWriter log) throws IOException {
    List<Trial> all = experiment.trials();
    int finished = output.overwrite() ? 0 : experiment.finished().size();
    log.printf(
        Locale.ROOT,
        "%s: %s, %s, %d of them finished before%n",
        experiment.plan().table().title(),
        Counted.of(experiment.plan().variants().size(), "variant"),
        Counted.of(all.size(), "run"),
        finished);
    log.flush();
  }

  private String typed() {
    List<String> words = new ArrayList<>(List.of("disentangle"));
    words.addAll(spec.root().commandLine().getParseResult().originalArgs());
    return TypedCommand.line(words);
  }
}
