package org.disentangle.examples.command;

import org.disentangle.stage.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line as a whole: its subcommands and what they all share. */
@Command(
    name = "disentangle",
    version = "disentangle " + Versions.LIBRARY + " (Spark 3.5, Scala 2.12)",
    mixinStandardHelpOptions = true,
    scope = CommandLine.ScopeType.INHERIT,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Disentangled image generation on Apache Spark.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:an unexpected error",
      "2:bad input or usage, or too little memory",
      "130, 143:stopped by Ctrl-C or a signal"
    },
    subcommands = {
      DemoCommand.class,
      TrainCommand.class,
      PresetsCommand.class,
      GenerateCommand.class,
      EncodeCommand.class,
      TraverseCommand.class,
      SwapCommand.class,
      EvaluateCommand.class,
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
    ErrorReport errors = new ErrorReport(() -> command.stackTrace);
    return new CommandLine(command)
        .setExecutionStrategy(
            parsed -> {
              TypedCommand.runs(parsed);
              try {
                return new CommandLine.RunLast().execute(parsed);
              } catch (OutOfMemoryError e) {
                MemoryShortage.in(e)
                    .ifPresent(parsed.commandSpec().commandLine().getErr()::println);
                return ErrorReport.BAD_INPUT;
              }
            })
        .setExecutionExceptionHandler(errors)
        .setParameterExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command.");
  }
}
