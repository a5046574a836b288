// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.disentangle.train.checkpoint.Fingerprint.RecordText;
import org.junit.jupiter.api.Test;

class RecordTextTest {

  private record Inner(double rate, List<Integer> sizes) {}

  private record Outer(long start, Inner first, Inner second, String name) {}

  @Test
  void valuesHaveThePathOfTheirNames() {
    Outer outer = new Outer(-3, new Inner(0.5, List.of(4, 8)), new Inner(1e-9, List.of()), "a b");
    assertEquals(
        Map.of(
            "start", "-3",
            "first.rate", "0.5",
            "first.sizes", "4",
            "first.sizes(1)", "8",
            "second.rate", "1.0E-9",
            "name", "a b"),
        RecordText.flat(outer.toString()));
  }

  @Test
  void otherTextIsOneValue() {
    assertEquals(Map.of("", "plain"), RecordText.flat("plain"));
  }
}
