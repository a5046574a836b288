// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.disentangle.testing.SharedSpark;

/** Runs the command lines of a file in a Java process of its own, until one fails. */
final class CommandLines {

  private CommandLines() {}

  public static void main(String[] args) throws IOException {
    SharedSpark.session();
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      int exitCode = DisentangleCommand.commandLine().execute(line.split(" "));
      if (exitCode != 0) {
        System.exit(exitCode);
      }
    }
    SharedSpark.session().stop();
  }
}
