// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.disentangle.metric.LabelledCodes;
import org.disentangle.testing.PlainLearners;
import org.junit.jupiter.api.Test;

class MetricInputTest {

  @Test
  void aTestTableOfAnotherShapeIsRefusedOnce() {
    LabelledCodes train = LabelledCodes.of(new double[][] {{1, 2}}, new int[][] {{0}});
    LabelledCodes test = LabelledCodes.of(new double[][] {{1}}, new int[][] {{0}});
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    MetricInput.of(train, test, MetricInput.Limits.DEFAULT, new PlainLearners(), 1))
            .getMessage();
    assertTrue(message.contains("test table"), message);
    assertTrue(message.contains("1 code"), message);
  }
}
