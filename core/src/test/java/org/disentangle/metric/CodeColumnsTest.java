// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class CodeColumnsTest {

  @Test
  void rowsAreTurned() {
    CodeColumns codes = CodeColumns.ofRows(new double[][] {{1, 0.1, 3}, {4, 0.1, 6}});
    assertEquals(2, codes.rows());
    assertArrayEquals(new double[] {3, 6}, codes.columns()[2]);
    assertEquals(List.of(1), codes.constants());
    assertEquals(2, codes.varying().length);
    assertArrayEquals(new double[] {3, 6}, codes.varying()[1]);
  }

  @Test
  void malformedCodesAreRefused() {
    refused("0 codes", new double[0][]);
    refused("3 values in row 1", new double[][] {{1, 2}, {1, 2, 3}});
    refused("NaN in row 1", new double[][] {{1}, {Double.NaN}});
    refused("Infinity in row 0", new double[][] {{Double.POSITIVE_INFINITY}});
  }

  private static void refused(String found, double[][] rows) {
    String message =
        assertThrows(InvalidInputException.class, () -> CodeColumns.ofRows(rows)).getMessage();
    assertTrue(message.contains("found " + found), message);
  }
}
