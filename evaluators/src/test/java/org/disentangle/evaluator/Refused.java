// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;

/** What an evaluator says of a DataFrame it refuses. */
final class Refused {

  private Refused() {}

  /** Asserts that the error names the stage, what was found, and a possible cause. */
  static void by(Evaluator evaluator, String found, Dataset<Row> rows) {
    String message =
        assertThrows(InvalidInputException.class, () -> evaluator.evaluate(rows)).getMessage();
    assertTrue(message.startsWith(InputErrors.of(evaluator).stage() + ": "), message);
    assertTrue(message.contains(found), message);
  }
}
