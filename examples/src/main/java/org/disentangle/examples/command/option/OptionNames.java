// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Map;
import java.util.regex.Pattern;
import org.disentangle.error.InvalidInputException;

/**
 * What a user of a command reads where a stage names its Params: the options that set them.
 *
 * @param byParam options, by the names of the Params
 */
public record OptionNames(Map<String, String> byParam) {

  /** Names that are words of their own are replaced where they follow "parameter" alone. */
  private static final Pattern WORD = Pattern.compile("[a-z]+");

  /**
   * The same refusal in the words of a command.
   *
   * @param command named first, in place of the stage
   */
  public InvalidInputException in(String command, InvalidInputException refusal) {
    return InvalidInputException.of(
            worded(refusal.problem()), refusal.advice().map(this::worded).orElse(null))
        .in(command)
        .causedBy(refusal.getCause());
  }

  private String worded(String text) {
    String worded = text;
    for (Map.Entry<String, String> name : byParam.entrySet()) {
      String param = name.getKey();
      String before = WORD.matcher(param).matches() ? "(?<=\\bparameter )" : "\\b";
      worded = worded.replaceAll(before + param + "\\b", name.getValue());
    }
    return worded;
  }
}
