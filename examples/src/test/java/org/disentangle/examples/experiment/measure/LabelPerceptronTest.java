// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.examples.experiment.measure.LabelPerceptron.Accuracy;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

/** What a perceptron reads from codes that say the label, and from such that do not. */
class LabelPerceptronTest {

  private static Dataset<Row> codes(long from, String code) {
    return SharedSpark.session()
        .range(from, from + 400, 1, 2)
        .selectExpr(
            "cast(pmod(id, 2) as int) as label",
            "cast(array(" + code + ", rand(" + from + ")) as array<float>) as codes");
  }

  private static Accuracy read(String code) {
    return new LabelPerceptron("label", 2, 1).of(codes(0, code), codes(1000, code), "codes");
  }

  /** Also where the code is so small that a perceptron would not see it as it is. */
  @Test
  void aCodeOfTheLabelIsRead() {
    Accuracy accuracy = read("1e-4 * pmod(id, 2)");
    assertEquals(1, accuracy.train());
    assertEquals(1, accuracy.test());
  }

  /** It stops before it has learned the noise by heart. */
  @Test
  void noiseIsNot() {
    Accuracy accuracy = read("randn(7)");
    assertEquals(0.5, accuracy.test(), 0.1);
    assertTrue(accuracy.train() < 0.7, accuracy::toString);
  }
}
