// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.spark_partition_id;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.stage.ExactColumn;

/** Numbers the rows of data that have nothing else to be known by. */
public final class RowNumbers {

  /** The column that is added: whole numbers from 0 on. */
  public static final String COLUMN = "row";

  /** Columns by which a row is known already. */
  private static final List<String> KNOWN_BY = List.of("path", "id", COLUMN);

  private static final long IN_PARTITION = (1L << 33) - 1;

  private RowNumbers() {}

  /**
   * The data with {@link #COLUMN} first, in the order in which the data are read; as they are if
   * they have a column {@code path}, {@code id} or {@code row}. Rows are counted once, without
   * their images where the data source can leave them out.
   */
  public static Dataset<Row> of(Dataset<Row> data) {
    if (Arrays.stream(data.columns()).anyMatch(KNOWN_BY::contains)) {
      return data;
    }
    long[] before = new long[data.rdd().getNumPartitions() + 1];
    data.select(spark_partition_id().as("partition"))
        .groupBy("partition")
        .count()
        .collectAsList()
        .forEach(row -> before[row.getInt(0) + 1] = row.getLong(1));
    Arrays.parallelPrefix(before, Long::sum);
    List<Column> columns = new ArrayList<>();
    columns.add(
        element_at(lit(before), spark_partition_id().plus(1))
            .plus(monotonically_increasing_id().bitwiseAND(IN_PARTITION))
            .as(COLUMN));
    Arrays.stream(data.columns()).map(ExactColumn::named).forEach(columns::add);
    return data.select(columns.toArray(Column[]::new));
  }
}
