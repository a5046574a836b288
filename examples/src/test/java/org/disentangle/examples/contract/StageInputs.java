// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import org.apache.spark.ml.param.Params;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.ArrayImages;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DiversityPairs;
import org.disentangle.testing.SharedSpark;

/** Rows that every stage of {@link org.disentangle.examples.fuzz.EveryStage} takes. */
final class StageInputs {

  private static final String[] JUDGED = {
    "array(factor_a + id % 3 / 7, factor_b / 3, factor_c - factor_a / 5) as codes",
    "factor_a",
    "factor_b",
    "factor_c",
    "array(0.7 - id % 2 * 0.4D, 0.3 + id % 2 * 0.4D) as probability",
    "array(id % 5D, id % 7D) as features",
    "id div 2 as pair",
    "id % 2 as label"
  };

  private StageInputs() {}

  static Dataset<Row> of(Params stage) {
    if (stage instanceof CodeSampler || stage instanceof DiversityPairs) {
      return SharedSpark.session().range(5).toDF();
    }
    return stage instanceof ArrayImages
        ? SharedSpark.session().sql("select transform(sequence(1, 1024), i -> i % 256) as image")
        : labelledSprites();
  }

  /** Squares (label 0) and hearts (1) of 32 x 32 pixels. */
  private static Dataset<Row> labelledSprites() {
    return SharedSpark.session()
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("factors", "shape,posX,posY")
        .option("shape", "0,2")
        .option("posX", "0:31:8")
        .option("posY", "0:31:8")
        .load()
        .selectExpr(
            "image", "cast(factor_shape / 2 as int) as label", "factor_posX", "factor_posY");
  }

  /** What any evaluator reads: codes, factors, probabilities, features, pairs, labels. */
  static Dataset<Row> judged() {
    return SharedSpark.session()
        .range(240)
        .selectExpr(
            "id",
            "cast(id % 4 as double) as factor_a",
            "cast(id div 4 % 5 as double) as factor_b",
            "cast(id div 20 % 3 as double) as factor_c")
        .selectExpr(JUDGED);
  }
}
