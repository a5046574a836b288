// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedTest {

  @Test
  void boundsAreIncludedOrNotAsTheNameSays() {
    check(Allowed.atLeast(2), List.of(2, Integer.MAX_VALUE), List.of(1, -5));
    check(Allowed.between(0, 3), List.of(0, 3), List.of(-1, 4));
    check(Allowed.atLeast(0.0), List.of(0.0, 1e300), List.of(-1e-300, 1e-308, Double.NaN, 1 / 0.0));
    check(Allowed.above(0.0), List.of(1e-37), List.of(0.0, Double.MIN_VALUE, Double.NaN, 1 / 0.0));
    check(Allowed.between(-1.0, 1.0), List.of(-1.0, 1.0), List.of(1.0001, Double.NaN));
    check(Allowed.oneOf(List.of("a", "b")), List.of("a", "b"), List.of("A", ""));
    check(Allowed.columnName(), List.of("a b"), List.of("", " "));
    check(
        Allowed.columnNames(),
        List.<String[]>of(new String[] {"a", "b"}),
        List.of(new String[0], new String[] {"a", ""}, new String[] {null}));
  }

  @Test
  void nullAndOtherTypesAreNeverAllowed() {
    assertFalse(Allowed.anyLong().accepts(null));
    assertFalse(Allowed.anyLong().accepts(1));
    assertFalse(Allowed.atLeast(0.0).accepts(1f));
  }

  @Test
  void firstWordIsTheDefault() {
    assertEquals("b", Allowed.oneOf(List.of("b", "a")).byDefault());
  }

  @Test
  void formerNamesAreAllowedAndNotNamed() {
    Allowed<String> words = Allowed.oneOf(List.of("now")).orFormer(List.of("before"));
    check(words, List.of("now", "before"), List.of("after"));
    assertEquals(List.of("now"), words.test().words());
  }

  @Test
  void aBetterGuessReplacesTheUsualOne() {
    Allowed<Integer> allowed = Allowed.atLeast(1).byDefault(3).advice("The epoch is over.");
    assertEquals("The epoch is over.", allowed.advice());
    assertEquals(3, allowed.byDefault());
  }

  private static <V> void check(Allowed<V> allowed, List<V> good, List<V> bad) {
    for (V value : good) {
      assertTrue(allowed.accepts(value), () -> "refused " + value);
    }
    for (V value : bad) {
      assertFalse(allowed.accepts(value), () -> "accepted " + value);
    }
  }
}
