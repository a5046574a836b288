// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.job;

import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.DisentangledModel;
import org.disentangle.stage.InputErrors;

/**
 * The code that follows a factor most closely.
 *
 * @param index of the code
 * @param correlation Spearman's, below 0 where the code falls as the factor rises
 */
record CodeOfFactor(int index, double correlation) {

  /** Finds the code from images whose factor is known. */
  static CodeOfFactor find(DisentangledModel<?> model, Dataset<Row> labelled, String factorCol) {
    Dataset<Row> encoded =
        model
            .copy(ParamMap.empty())
            .setAppendGenerated(false)
            .transform(labelled)
            .withColumn("codeVector", array_to_vector(col(model.getCodesCol())));
    Dataset<Row> table =
        new VectorAssembler()
            .setInputCols(new String[] {factorCol, "codeVector"})
            .setOutputCol("factorAndCodes")
            .transform(encoded)
            .select("factorAndCodes")
            .cache();
    Matrix correlations = Correlation.corr(table, "factorAndCodes", "spearman").head().getAs(0);
    table.unpersist();
    CodeOfFactor best = new CodeOfFactor(-1, 0);
    for (int code = 0; code < model.numCodes(); code++) {
      double correlation = correlations.apply(0, 1 + code);
      if (Math.abs(correlation) > Math.abs(best.correlation)) {
        best = new CodeOfFactor(code, correlation);
      }
    }
    if (best.index < 0) {
      throw InputErrors.of(model)
          .rows(
              "no code that rises or falls with '" + factorCol + "' in the labelled sample",
              "a sample in which the factor takes several values",
              "Take a larger sample.");
    }
    return best;
  }

  /**
   * Generates images for a classifier.
   *
   * @return image and label: the interval of the code, counted so that it rises with the factor,
   *     each as often as any other
   */
  Dataset<Row> generate(DisentangledModel<?> model, Dataset<Row> ids, int bins, long seed) {
    CodeSampler sampler =
        CodeSampler.of(model).setCodeDraw(CodeSampler.BALANCED).setBins(bins).setSeed(seed);
    Dataset<Row> generated = model.transform(sampler.transform(ids));
    return Labels.ofCode("code", bins)
        .append(
            generated.select(
                col(model.getGeneratedCol()).as("image"),
                col(model.getCodesCol())
                    .getItem(index)
                    .multiply(Math.signum(correlation))
                    .as("code")));
  }
}
