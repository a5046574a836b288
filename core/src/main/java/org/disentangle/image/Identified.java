// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;

/** Constants that options and params name by an id. */
interface Identified {

  /** The name used in options and params. */
  String id();

  static String[] ids(Identified[] constants) {
    return Arrays.stream(constants).map(Identified::id).toArray(String[]::new);
  }

  static <E extends Identified> Optional<E> find(E[] constants, String id) {
    return Arrays.stream(constants).filter(constant -> constant.id().equals(id)).findFirst();
  }

  /**
   * The constant with this id.
   *
   * @param kind what the constants are, in words
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  static <E extends Identified> E of(String kind, E[] constants, String id) {
    return find(constants, id)
        .orElseThrow(
            () -> {
              String unknown =
                  String.format(
                      Locale.ROOT,
                      "Unknown %s \"%s\"; expected one of %s",
                      kind,
                      id,
                      String.join(", ", ids(constants)));
              String lower = id.toLowerCase(Locale.ROOT);
              return find(constants, lower).isPresent()
                  ? InvalidInputException.of(unknown, "Write it in lower case.")
                  : InvalidInputException.of(unknown);
            });
  }
}
