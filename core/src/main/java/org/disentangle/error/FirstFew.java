// SPDX-License-Identifier: Apache-2.0
package org.disentangle.error;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists of names in messages, cut where they would be too long to read. */
public final class FirstFew {

  /** Of more names than this the others are counted. */
  private static final int MOST = 10;

  private FirstFew() {}

  /** The names, separated by commas: all of up to ten, else the first ten "and N more". */
  public static String of(Collection<?> names) {
    return of(names, MOST);
  }

  /** The same with another number than ten. */
  public static String of(Collection<?> names, int most) {
    String first =
        names.stream().limit(most).map(String::valueOf).collect(Collectors.joining(", "));
    return names.size() <= most
        ? first
        : String.format(Locale.ROOT, "%s and %d more", first, names.size() - most);
  }
}
