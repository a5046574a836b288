// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class RowNumbersTest {

  @Test
  void rowsOfSeveralPartitionsAreNumberedInOrder() {
    Dataset<Row> data =
        SharedSpark.session().range(0, 10, 1, 3).selectExpr("id * 2 as `odd.name`", "id > 3 as b");
    List<Row> rows = RowNumbers.of(data).collectAsList();
    assertEquals(List.of("row", "odd.name", "b"), List.of(RowNumbers.of(data).columns()));
    for (int i = 0; i < 10; i++) {
      assertEquals(i, rows.get(i).getLong(0));
      assertEquals(2L * i, rows.get(i).getLong(1));
    }
  }

  @Test
  void rowsThatAreKnownByAColumnStayAsTheyAre() {
    Dataset<Row> data = SharedSpark.session().range(3).toDF();
    assertSame(data, RowNumbers.of(data));
  }
}
