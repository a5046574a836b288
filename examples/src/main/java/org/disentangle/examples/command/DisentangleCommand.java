// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.PrintWriter;
import org.apache.hadoop.fs.FSError;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.command.bench.BenchCommand;
import org.disentangle.examples.command.data.DataCommand;
import org.disentangle.examples.command.experiment.ExperimentCommand;
import org.disentangle.examples.command.option.CommandWords;
import org.disentangle.examples.command.option.GivenOptions;
import org.disentangle.examples.command.option.ParamHelp;
import org.disentangle.examples.command.run.DiskShortage;
import org.disentangle.examples.command.run.ErrorReport;
import org.disentangle.examples.command.run.MemoryShortage;
import org.disentangle.examples.command.run.TypedCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command line as a whole: its subcommands and what they all share. */
@Command(
    name = "disentangle",
    versionProvider = VersionLine.class,
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Disentangled image generation on Apache Spark.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:an unexpected error, or a training that could not go on",
      "2:bad input or usage, or too little memory",
      "130, 143:stopped by Ctrl-C or a signal",
      "50, 56, 57:ended by Spark, which could not continue; the message says why",
      "134, 137:ended by the operating system: the Java virtual machine crashed or was killed"
    },
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      CheckpointsCommand.class,
      PresetsCommand.class,
      PretrainedCommand.class,
      GenerateCommand.class,
      EncodeCommand.class,
      TraverseCommand.class,
      ExploreCommand.class,
      SwapCommand.class,
      ExportCommand.class,
      EvaluateCommand.class,
      DataCommand.class,
      PackCommand.class,
      MetricsCommand.class,
      TuneCommand.class,
      SelectCommand.class,
      ExperimentCommand.class,
      BenchCommand.class,
      GpuCommand.class,
      ChaosCommand.class
    })
public final class DisentangleCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = CommandLine.ScopeType.INHERIT,
      description = "With an error, print where it came from.")
  private boolean stackTrace;

  private DisentangleCommand() {}

  /** A fresh command line with the exit codes and messages of this program. */
  public static CommandLine commandLine() {
    DisentangleCommand command = new DisentangleCommand();
    ErrorReport errors = new ErrorReport(() -> command.stackTrace, CommandWords::of);
    return new CommandLine(command)
        .setHelpFactory(ParamHelp::new)
        .setExecutionStrategy(DisentangleCommand::run)
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /** Runs a command; one whose output did not arrive has failed, and so has one without room. */
  private static int run(ParseResult parsed) {
    TypedCommand.runs(parsed);
    requireEffect(parsed);
    PrintWriter err = parsed.commandSpec().commandLine().getErr();
    int code;
    try {
      code = new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | FSError e) { // neither is an exception
      if (parsed.commandSpec().userObject() instanceof DisentangleCommand root && root.stackTrace) {
        e.printStackTrace(err);
      }
      MemoryShortage.in(e).or(() -> DiskShortage.in(e)).ifPresent(err::println);
      return ErrorReport.BAD_INPUT;
    }
    if (code == 0 && isLost(parsed)) {
      err.println(
          "disentangle: standard output cannot be written to: the disk is full, or the program that reads"
              + " it has ended.");
      return ErrorReport.BAD_INPUT;
    }
    return code;
  }

  /** Refuses options that change nothing, unless it is help that was asked for. */
  private static void requireEffect(ParseResult parsed) {
    ParseResult last = parsed;
    boolean help = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    while (last.hasSubcommand()) {
      last = last.subcommand();
      help |= last.isUsageHelpRequested() || last.isVersionHelpRequested();
    }
    if (!help) {
      try {
        GivenOptions.require(last);
      } catch (InvalidInputException refusal) {
        throw new ParameterException(
            last.commandSpec().commandLine(), refusal.getMessage(), refusal);
      }
    }
  }

  private static boolean isLost(ParseResult parsed) {
    boolean lost = System.out.checkError();
    for (CommandLine line : parsed.asCommandLineList()) {
      lost |= line.getOut().checkError();
    }
    return lost;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
