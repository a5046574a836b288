// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * What is printed when a command is stopped: by Ctrl-C or a signal, or by Spark, which ends this
 * program when memory runs out or when it cannot reach itself any more. Nothing is written after
 * it, of the tasks that Spark then gives up or of progress.
 */
final class Interruption implements AutoCloseable {

  /** Spark's own hooks have 50 and less; the highest runs first. */
  private static final int BEFORE_SPARK = 100;

  /** After all others: Spark has removed its files then. */
  private static final int LAST = 1;

  private final Runnable hook = this::say;
  private final Runnable end = this::end;
  private volatile boolean outOfMemory;

  private Interruption() {}

  /** Watches until closed. */
  static Interruption watch() {
    Interruption interruption = new Interruption();
    FatalError.watch();
    ShutdownHookManager.get().addShutdownHook(interruption.hook, BEFORE_SPARK);
    ShutdownHookManager.get().addShutdownHook(interruption.end, LAST);
    return interruption;
  }

  /** Whether this program is being stopped, so that its failures mean nothing. */
  static boolean hasBegun() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  private void say() {
    Optional<String> shortage = FatalError.last().flatMap(MemoryShortage::in);
    outOfMemory = shortage.isPresent();
    ErrorStream.end(
        "\n"
            + shortage.orElseGet(Interruption::reason)
            + TypedCommand.resuming()
                .map(line -> "Continue with: " + line)
                .or(TypedCommand::startingAgain)
                .map(line -> System.lineSeparator() + line)
                .orElse(""));
    Configurator.setAllLevels(LogManager.ROOT_LOGGER_NAME, Level.OFF);
  }

  /** Spark ends with its own code, 52; too little memory is what the user can mend. */
  private void end() {
    if (outOfMemory) {
      Runtime.getRuntime().halt(ErrorReport.BAD_INPUT);
    }
  }

  private static String reason() {
    if (FatalError.last().isPresent()) {
      return "Ended by Spark: " + FatalError.last().get();
    }
    return isOutOfTouch()
        ? "Ended by Spark, which got no heartbeat of its executor: this program stood still for long."
        : "Interrupted.";
  }

  /** The thread that ends the program waits for this hook, and shows where it came from. */
  private static boolean isOutOfTouch() {
    return Thread.getAllStackTraces().values().stream()
        .filter(stack -> Arrays.stream(stack).anyMatch(at -> at.getMethodName().equals("exit")))
        .flatMap(Arrays::stream)
        .anyMatch(
            at ->
                at.getClassName().startsWith("org.apache.spark.executor.Executor")
                    && at.getMethodName().contains("eartBeat"));
  }

  @Override
  public void close() {
    if (!hasBegun()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
      ShutdownHookManager.get().removeShutdownHook(end);
    }
  }
}
