// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.disentangle.testing.SharedSpark;

/**
 * A command run in this JVM, in the tests' session.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {

  /** What was said of a failure. */
  List<String> refusal() {
    return err.lines().toList();
  }

  /** Runs a command line that has to succeed. */
  public static CommandRun success(String format, Object... values) {
    CommandRun run = of(format, values);
    assertEquals(0, run.exitCode, run::err);
    return run;
  }

  /** Runs a command line; its words are separated by single spaces. */
  public static CommandRun of(String format, Object... values) {
    return ofWords(String.format(Locale.ROOT, format, values).split(" "));
  }

  /** Runs a command that has to succeed; words may have spaces. */
  static CommandRun successOfWords(String... words) {
    CommandRun run = ofWords(words);
    assertEquals(0, run.exitCode, run::err);
    return run;
  }

  /** Runs a command whose words may have spaces. */
  static CommandRun ofWords(String... words) {
    SharedSpark.session();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        DisentangleCommand.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
