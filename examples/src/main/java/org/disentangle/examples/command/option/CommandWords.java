// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.disentangle.error.InvalidInputException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a command refuses, in the words of its options: a user has no stages, and Params only by
 * {@code --param}.
 */
public final class CommandWords {

  /** A name that stages have; commands, options and data sources have no upper case. */
  private static final Pattern STAGE = Pattern.compile("\\w*[A-Z]\\w*|oogan|udr");

  private static final String PARAMETER = "parameter ";
  private static final String COLUMN = "column '";

  private CommandWords() {}

  /**
   * The refusal as the command's own, with its options in place of the Params they set; the same if
   * it names no stage.
   */
  public static InvalidInputException of(InvalidInputException refusal, CommandSpec command) {
    if (refusal.stage().filter(stage -> STAGE.matcher(stage).matches()).isEmpty()) {
      return refusal;
    }
    String problem = refusal.problem();
    Map<String, String> options = options(command);
    if (problem.startsWith(COLUMN) && command.findOption("--data") != null) {
      problem = "--data: " + problem;
    } else if (problem.startsWith(PARAMETER) && command.findOption("--param") != null) {
      String name = problem.substring(PARAMETER.length()).split(":", 2)[0];
      if (!options.containsKey(name)) {
        problem = "--param " + problem.substring(PARAMETER.length());
      }
    }
    return new OptionNames(options)
        .in(
            command.qualifiedName(),
            InvalidInputException.of(problem, refusal.advice().orElse(null)).causedBy(refusal));
  }

  /** The options of the command by the Params that they set. */
  private static Map<String, String> options(CommandSpec command) {
    Map<String, String> options = new HashMap<>();
    for (OptionSpec option : command.options()) {
      if (option.userObject() instanceof Field field
          && field.isAnnotationPresent(SetsParam.class)) {
        options.put(field.getAnnotation(SetsParam.class).value(), option.longestName());
      }
    }
    return options;
  }
}
