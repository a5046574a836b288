// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.stage.InputErrors;

/** Arguments whose letters the Java virtual machine could not make out when it started. */
public final class UnreadableArguments {

  /** What stands for a letter that the character set does not have. */
  private static final char REPLACEMENT = '\uFFFD';

  private UnreadableArguments() {}

  /** The refusal of the first one, if there is any. */
  public static Optional<String> refusal(String... arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.indexOf(REPLACEMENT) >= 0)
        .findFirst()
        .map(
            argument ->
                new InputErrors("disentangle")
                    .parameter(
                        "on the command line",
                        argument,
                        String.format(
                            Locale.ROOT,
                            "letters of the character set that Java was started with (%s)",
                            System.getProperty("sun.jnu.encoding")),
                        "Set LC_ALL=C.UTF-8 or another locale with UTF-8.")
                    .getMessage());
  }
}
