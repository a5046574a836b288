package org.disentangle.examples.command;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;

/**
 * What is printed when a command is stopped from outside, by Ctrl-C or a signal: two lines, and
 * nothing of the tasks that Spark then gives up.
 */
final class Interruption implements AutoCloseable {

  /** Spark's own hooks have 50 and less; the highest runs first. */
  private static final int BEFORE_SPARK = 100;

  private final SparkContext context;
  private final Runnable hook = this::say;

  private Interruption(SparkContext context) {
    this.context = context;
  }

  /** Watches until closed. */
  static Interruption watch(SparkContext context) {
    Interruption interruption = new Interruption(context);
    ShutdownHookManager.get().addShutdownHook(interruption.hook, BEFORE_SPARK);
    return interruption;
  }

  /** Whether this program is being stopped, so that its failures mean nothing. */
  static boolean hasBegun() {
    return ShutdownHookManager.get().isShutdownInProgress();
  }

  private void say() {
    System.err.println("\nInterrupted.\nMaybe continue with --resume, if the command has it.");
    context.setLogLevel("OFF");
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    if (!hasBegun()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
