// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples;

import java.util.Locale;
import java.util.Optional;
import org.disentangle.examples.command.DisentangleCommand;
import org.disentangle.examples.command.run.ErrorStream;
import org.disentangle.examples.command.run.JavaVersion;
import org.disentangle.examples.command.run.UnreadableArguments;

/**
 * Entry point of {@code bin/disentangle}, and main class for {@code spark-submit}.
 *
 * <p>Exit codes: 0 on success, 1 for what nobody expected, 2 for bad input or usage or too little
 * memory.
 */
public final class Main {

  private static final int BAD_INPUT = 2;

  private Main() {}

  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    JavaVersion.require();
    ErrorStream.install();
    Locale.setDefault(Locale.ROOT); // for libraries that write numbers as the machine's user does
    Optional<String> unreadable = UnreadableArguments.refusal(args);
    unreadable.ifPresent(System.err::println);
    int exitCode =
        unreadable.isPresent() ? BAD_INPUT : DisentangleCommand.commandLine().execute(args);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
