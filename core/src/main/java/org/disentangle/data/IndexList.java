// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lists of indices as text: items separated by commas, each an index or a range {@code first:last}
 * or {@code first:last:step} with both ends included. {@code 0:31:4} is 0, 4, ..., 28.
 */
final class IndexList {

  private static final Pattern ITEM = Pattern.compile("(\\d{1,9})(?::(\\d{1,9})(?::(\\d{1,9}))?)?");

  private IndexList() {}

  /** The indices from 0 to count - 1. */
  static List<Integer> all(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /**
   * The indices that a text names, rising; empty if it names none, one twice, one not below count,
   * or is not such a text.
   */
  static Optional<List<Integer>> parse(String text, int count) {
    List<Integer> named = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      Matcher matcher = ITEM.matcher(item.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(matcher.group(1));
      int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
      int step = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
      if (first > last || last >= count || step == 0) {
        return Optional.empty();
      }
      for (int index = first; index <= last; index += step) {
        named.add(index);
      }
    }
    TreeSet<Integer> rising = new TreeSet<>(named);
    return rising.size() == named.size() ? Optional.of(List.copyOf(rising)) : Optional.empty();
  }
}
