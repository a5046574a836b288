package org.disentangle.examples;

import org.disentangle.examples.command.DisentangleCommand;
import org.disentangle.examples.command.JavaVersion;

/**
 * Entry point of {@code bin/disentangle}, and main class for {@code spark-submit}.
 *
 * <p>Exit codes: 0 on success, 1 for what nobody expected, 2 for bad input or usage or too little
 * memory.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    JavaVersion.require();
    int exitCode = DisentangleCommand.commandLine().execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
