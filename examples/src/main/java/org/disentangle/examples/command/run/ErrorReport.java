// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.table.ReaderRefusal;
import org.disentangle.train.CheckpointNotWrittenException;
import org.disentangle.train.CheckpointsTakenException;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingDivergedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a user reads when a command fails, and with which code it ends. */
public final class ErrorReport implements IExecutionExceptionHandler, IParameterExceptionHandler {

  private static final int UNEXPECTED = 1;
  public static final int BAD_INPUT = 2;

  private final BooleanSupplier stackTrace;
  private final BiFunction<InvalidInputException, CommandSpec, InvalidInputException> words;

  /**
   * @param words a refusal as the command that met it says it
   */
  public ErrorReport(
      BooleanSupplier stackTrace,
      BiFunction<InvalidInputException, CommandSpec, InvalidInputException> words) {
    this.stackTrace = stackTrace;
    this.words = words;
  }

  /** Usage: what is wrong, the nearest right spelling, and where the help is. */
  @Override
  public int handleParseException(ParameterException e, String[] args) {
    PrintWriter err = e.getCommandLine().getErr();
    Optional<Throwable> refusal = refusal(e);
    if (refusal.isPresent()) {
      err.println(message(refusal.get(), e.getCommandLine()));
      return BAD_INPUT;
    }
    List<String> unknown = e.getCommandLine().getUnmatchedArguments();
    if (e instanceof MissingParameterException && !unknown.isEmpty()) {
      // An option that is missing may be there with another spelling.
      return handleParseException(
          new UnmatchedArgumentException(e.getCommandLine(), unknown), args);
    }
    err.println(e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, err)) {
      String command = e.getCommandLine().getCommandSpec().qualifiedName();
      err.println(String.format(Locale.ROOT, "See: %s --help", command));
    }
    return BAD_INPUT;
  }

  /** Bad input as the stages word it; anything else in one line, with its trace if asked for. */
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (Interruption.hasBegun()) {
      return UNEXPECTED;
    }
    PrintWriter err = command.getErr();
    if (stackTrace.getAsBoolean()) {
      e.printStackTrace(err);
    }
    Optional<Throwable> stopped = causes(e).filter(ErrorReport::isStopped).findFirst();
    Optional<String> refusal =
        MemoryShortage.in(e)
            .or(() -> refusal(e).map(refused -> message(refused, command)))
            .or(() -> stopped.isPresent() ? Optional.empty() : DiskShortage.in(e));
    if (refusal.isPresent()) {
      err.println(refusal.get());
      return BAD_INPUT;
    }
    err.println(stopped.map(Throwable::getMessage).orElseGet(() -> "Unexpected: " + e));
    if (!stackTrace.getAsBoolean() && stopped.isEmpty()) {
      err.println("Run the same command with --stacktrace to see where it came from.");
    }
    return UNEXPECTED;
  }

  private String message(Throwable refusal, CommandLine command) {
    return refusal instanceof InvalidInputException input
        ? words.apply(input, command.getCommandSpec()).getMessage()
        : refusal.getMessage();
  }

  private static Optional<Throwable> refusal(Exception e) {
    return causes(e)
        .filter(ErrorReport::isRefusal)
        .findFirst()
        .or(() -> ReaderRefusal.of(e).map(refusal -> refusal));
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
  }

  private static boolean isStopped(Throwable e) {
    return e instanceof TrainingDivergedException
        || e instanceof TrainingCollapsedException
        || e instanceof CheckpointNotWrittenException
        || e instanceof CheckpointsTakenException;
  }

  private static boolean isRefusal(Throwable e) {
    return e instanceof InvalidInputException || e instanceof FileAlreadyExistsException;
  }
}
