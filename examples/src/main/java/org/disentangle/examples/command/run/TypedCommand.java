// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** The command that runs in this program, as it was typed. */
public final class TypedCommand {

  private static final String RESUME = "--resume";
  private static final String OVERWRITE = "--overwrite";
  private static final String EXPERIMENT = "experiment";
  private static final String DEMO = "demo";
  private static final String PLAIN = "[\\w@%+=:,./*-]+";

  private static volatile ParseResult running;

  private TypedCommand() {}

  public static void runs(ParseResult parsed) {
    running = parsed;
  }

  /** A line of words as a shell reads it. */
  public static String line(List<String> words) {
    return words.stream().map(TypedCommand::quoted).collect(Collectors.joining(" "));
  }

  /** The line that continues it; empty if the command cannot be continued. */
  static Optional<String> resuming() {
    return Optional.ofNullable(running).flatMap(TypedCommand::resuming);
  }

  /** What is left of a demo and the line that starts it again; empty for other commands. */
  static Optional<String> startingAgain() {
    return Optional.ofNullable(running).flatMap(TypedCommand::startingAgain);
  }

  private static Optional<String> startingAgain(ParseResult parsed) {
    ParseResult last = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (!last.commandSpec().name().equals(DEMO)) {
      return Optional.empty();
    }
    List<String> words = new ArrayList<>(List.of("disentangle"));
    words.addAll(parsed.originalArgs());
    if (!words.contains(OVERWRITE)) {
      words.add(OVERWRITE);
    }
    String out = last.commandSpec().findOption("--out").getValue();
    return Optional.of(
        String.format(
            Locale.ROOT,
            "What was finished lies in %s. Start again with: %s",
            quoted(out),
            line(words)));
  }

  /**
   * A set of images that replaces another one starts again: generate does not take both options.
   */
  private static Optional<String> resuming(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    List<String> words = new ArrayList<>(List.of("disentangle"));
    words.addAll(parsed.originalArgs());
    if (last.commandSpec().name().equals(EXPERIMENT)) { // which continues by itself
      words.remove(OVERWRITE);
      return Optional.of(line(words));
    }
    boolean again =
        last.hasMatchedOption(OVERWRITE) && last.commandSpec().name().equals("generate");
    if (last.commandSpec().findOption(RESUME) == null || again) {
      return Optional.empty();
    }
    if (!words.contains(RESUME)) {
      words.add(RESUME);
    }
    return Optional.of(line(words));
  }

  /** As a shell reads it. */
  private static String quoted(String word) {
    return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
