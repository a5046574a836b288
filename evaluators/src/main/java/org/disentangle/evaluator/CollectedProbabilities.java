// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.image.ClassProbabilities;
import org.disentangle.stage.HasProbabilityCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;

/**
 * The class probabilities of a DataFrame, checked and on the driver, with some columns of numbers.
 *
 * @param rows the collected columns; the arrays are the probabilities
 */
record CollectedProbabilities(PackedRows rows) {

  /**
   * Collects the column of probabilities and some columns of numbers.
   *
   * @throws org.disentangle.error.InvalidInputException if the column of probabilities is missing
   *     or of another type, if there are no rows, if a value is null or not finite, or if a row is
   *     no distribution
   */
  static <S extends HasProbabilityCol<S>> CollectedProbabilities of(
      S stage, Dataset<?> data, List<String> numbers) {
    new SchemaChecks(stage, data.schema()).numbers(stage.probabilityCol());
    InputErrors errors = InputErrors.of(stage);
    String column = stage.getProbabilityCol();
    PackedRows rows = PackedRows.collect(data, column, numbers, errors);
    ClassProbabilities.fault(rows.width(), rows.arrays())
        .ifPresent(
            found -> {
              throw errors.column(
                  column,
                  found,
                  ClassProbabilities.EXPECTED,
                  "Take the column after the softmax, not rawPrediction.");
            });
    return new CollectedProbabilities(rows);
  }

  ClassProbabilities probabilities() {
    return new ClassProbabilities(rows.width(), rows.arrays());
  }
}
