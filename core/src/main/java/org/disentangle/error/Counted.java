// SPDX-License-Identifier: Apache-2.0
package org.disentangle.error;

import java.util.Locale;

/** Numbers of things in words: 1 variant, 2 variants. */
public final class Counted {

  private Counted() {}

  /**
   * The number with the word.
   *
   * @param one the word for one, whose plural ends in s
   */
  public static String of(long count, String one) {
    return String.format(Locale.ROOT, count == 1 ? "%d %s" : "%d %ss", count, one);
  }
}
