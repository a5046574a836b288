// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * The rows of a training: those that it trains on, and those that its models are scored on.
 *
 * @param training rows to train on
 * @param scored rows to score; without an indicator column some of the others
 */
record ValidationRows(Dataset<?> training, Dataset<Row> scored) implements AutoCloseable {

  /** Rows that are scored where no column says which. */
  static final int SAMPLE = 10_000;

  /**
   * Splits rows by the indicator column, or draws those to score by the hash of what is in them, so
   * that they are the same whatever the order and the partitions. Call {@link #close} when they are
   * no longer scored.
   */
  static ValidationRows of(HasWatching<?> stage, int partitions, Dataset<?> rows) {
    String column = stage.getValidationIndicatorCol();
    if (column.isEmpty()) {
      return new ValidationRows(rows, sample(rows.toDF(), partitions));
    }
    Column isScored = functions.coalesce(ExactColumn.named(column), functions.lit(false));
    return new ValidationRows(rows.filter(functions.not(isScored)), rows.toDF().filter(isScored));
  }

  private static Dataset<Row> sample(Dataset<Row> rows, int partitions) {
    Column[] columns =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !field.dataType().catalogString().contains("map<")) // not hashed
            .map(field -> ExactColumn.named(field.name()))
            .toArray(Column[]::new);
    return rows.orderBy(functions.xxhash64(columns)).limit(SAMPLE).repartition(partitions);
  }

  /**
   * Keeps the rows to score at hand, on disk where there is no memory for them.
   *
   * @throws org.disentangle.error.InvalidInputException if the indicator column says so of none
   */
  void hold(HasWatching<?> stage) {
    scored.persist(StorageLevel.MEMORY_AND_DISK());
    if (!stage.getValidationIndicatorCol().isEmpty() && scored.isEmpty()) {
      close();
      throw InputErrors.of(stage)
          .rows(
              "no row in which " + stage.getValidationIndicatorCol() + " is true",
              "at least one to score");
    }
  }

  @Override
  public void close() {
    scored.unpersist();
  }
}
