// SPDX-License-Identifier: Apache-2.0
package org.disentangle.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FirstFewTest {

  @Test
  void longListsAreCut() {
    assertEquals("", FirstFew.of(List.of()));
    assertEquals("1, 2, 3, 4, 5, 6, 7, 8, 9, 10", FirstFew.of(upTo(10)));
    assertEquals("1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 1 more", FirstFew.of(upTo(11)));
  }

  private static List<Integer> upTo(int last) {
    return IntStream.rangeClosed(1, last).boxed().toList();
  }
}
