// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors that another program wrote again: the struct that Parquet holds, without its mark. */
class RewrittenVectorsTest {

  private static final String CODES = "array(factor_a + factor_b / 9D, 0D, factor_c * 2)";
  private static final String PARTS =
      "struct<type:tinyint,size:int,indices:array<int>,values:array<double>>";

  private final MutualInformationEvaluator evaluator = new MutualInformationEvaluator();
  private final Dataset<Row> rows = CodesEvaluatorsTest.rows(CODES);

  @TempDir Path folder;

  @Test
  void theStructOfAVectorIsReadAsTheVector() {
    String path = folder.resolve("vectors").toString();
    rows.withColumn("codes", functions.array_to_vector(rows.col("codes"))).write().parquet(path);
    Dataset<Row> parts =
        SharedSpark.session()
            .read()
            .schema("factor_a long, factor_b long, factor_c double, codes " + PARTS)
            .parquet(path);
    assertEquals(evaluator.evaluate(rows), evaluator.evaluate(parts));
  }

  @Test
  void sparseOnesAreFilledWithZeros() {
    Dataset<Row> sparse =
        rows.selectExpr(
            "*",
            "named_struct('values', array(codes[2], codes[0]), 'indices', array(2L, 0L), 'size', 3,"
                + " 'type', 0) as parts");
    assertEquals(
        evaluator.evaluate(rows), evaluator.setCodesCol("parts").evaluate(sparse.drop("codes")));
  }

  @Test
  void whatIsNoVectorIsRefused() {
    refused("type bigint", "id as codes");
    refused("type struct<a:bigint>", "named_struct('a', id) as codes");
    refused("null", "cast(null as " + PARTS + ") as codes");
    refused(
        "type 0, size 2, indices [2] and values [1.0]",
        "named_struct('type', 0, 'size', 2, 'indices', array(2), 'values', array(1D)) as codes");
    refused(
        "type 7, size 1, ",
        "named_struct('type', 7, 'size', 1, 'indices', array(0), 'values', array(1D)) as codes");
  }

  private void refused(String found, String codes) {
    Throwable failure;
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      Dataset<Row> wrong = rows.selectExpr("id", "factor_a", "factor_b", "factor_c", codes);
      failure = assertThrows(Exception.class, () -> evaluator.evaluate(wrong));
    }
    while (!(failure instanceof InvalidInputException) && failure.getCause() != null) {
      failure = failure.getCause();
    }
    String message = String.valueOf(failure.getMessage());
    assertTrue(failure instanceof InvalidInputException, failure::toString);
    assertTrue(
        message.startsWith(InputErrors.of(evaluator).stage() + ": column 'codes': found"), message);
    assertTrue(message.contains(found), message);
  }
}
