// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;

/**
 * What is printed when a command is stopped: by Ctrl-C or a signal, or by Spark, which ends this
 * program when memory runs out or when it cannot reach itself any more. Nothing is said of the
 * tasks that Spark then gives up.
 */
final class Interruption implements AutoCloseable {

  /** Spark's own hooks have 50 and less; the highest runs first. */
  private static final int BEFORE_SPARK = 100;

  /** After all others: Spark has removed its files then. */
  private static final int LAST = 1;

  private final SparkContext context;
  private final Runnable hook = this::say;
  private final Runnable end = this::end;
  private volatile boolean outOfMemory;

  private Interruption(SparkContext context) {
    this.context = context;
  }

  /** Watches until closed. */
  static Interruption watch(SparkContext context) {
    Interruption interruption = new Interruption(context);
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
    System.err.println("\n" + shortage.orElseGet(Interruption::reason));
    outOfMemory = shortage.isPresent();
    TypedCommand.resuming().ifPresent(line -> System.err.println("Continue with: " + line));
    context.setLogLevel("OFF");
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
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
