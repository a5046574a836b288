package org.disentangle.evaluator;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;

/** 240 rows: each combination of a factor of 3, of 4 and of 5 values four times, and codes. */
final class FactorTable {

  /** Each code is one factor. */
  static final String PERFECT = "array(double(factor_c), double(factor_a), double(factor_b))";

  /** Codes that know nothing of the factors. */
  static final String NOISE =
      "transform(sequence(1, 3), i -> xxhash64(id, i) % 1000003 / 1000003D)";

  /** Every code holds several factors, the third nearly the sum of the others. */
  static final String MIXED =
      "array(factor_a + factor_b, factor_b - factor_c + %s[0], factor_a + 2 * factor_b - factor_c)"
          .formatted(NOISE);

  private FactorTable() {}

  static Dataset<Row> of(String codes) {
    return SharedSpark.session()
        .range(0, 240, 1, 3)
        .selectExpr(
            "id",
            "int(id % 3) as factor_a",
            "(id div 3) % 4 as factor_b",
            "float((id div 12) % 5) as factor_c")
        .selectExpr("*", codes + " as codes");
  }
}
