// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IndexListTest {

  @Test
  void indexListsMixIndicesAndRanges() {
    assertEquals(List.of(0, 4, 8, 12, 31), IndexList.parse("31, 0:12:4", 32).orElseThrow());
    assertEquals(List.of(0, 3), IndexList.parse("0:5:3", 6).orElseThrow());
    assertEquals(List.of(2, 3, 4), IndexList.parse("2:4", 6).orElseThrow());
  }
}
