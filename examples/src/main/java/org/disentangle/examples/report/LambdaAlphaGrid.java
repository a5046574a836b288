// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.stage.InputErrors;

/**
 * A search over all pairs of lambda and alpha.
 *
 * @param folds folds of the cross-validation, at least 2
 * @param parallelism fits at the same time, at least 1
 * @param seed where the folds are drawn from
 */
public record LambdaAlphaGrid(
    List<Double> lambdas, List<Double> alphas, int folds, int parallelism, long seed) {

  /**
   * What a search finds.
   *
   * @param scores one per pair
   * @param best the best pair's model, fitted to all data
   */
  public record Outcome(List<GridScore> scores, InfoGanCrModel best) {}

  /**
   * @throws org.disentangle.error.InvalidInputException for fewer than 2 folds or 1 fit at a time
   */
  public LambdaAlphaGrid {
    lambdas = List.copyOf(lambdas);
    alphas = List.copyOf(alphas);
    InputErrors errors = new InputErrors("disentangle tune");
    if (folds < 2) {
      throw errors.parameter(
          "--folds", folds, "at least 2", "Use train, which does not split the data.");
    }
    if (parallelism < 1) {
      throw errors.parameter(
          "--parallelism", parallelism, "at least 1", "1 runs one fit after the other.");
    }
  }

  /** Runs that a search takes, the last one on all data. */
  public int fits() {
    return lambdas.size() * alphas.size() * folds + 1;
  }

  /** Searches; the estimator's own lambda and alpha do not matter. */
  public Outcome search(InfoGanCr estimator, Evaluator evaluator, Dataset<Row> images) {
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(estimator.lambda(), array(lambdas))
            .addGrid(estimator.alpha(), array(alphas))
            .build();
    CrossValidatorModel fitted =
        new CrossValidator()
            .setEstimator(estimator)
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(grid)
            .setNumFolds(folds)
            .setParallelism(parallelism)
            .setSeed(seed)
            .fit(images);
    InfoGanCrModel best = (InfoGanCrModel) fitted.bestModel();
    List<GridScore> scores = new ArrayList<>();
    for (int i = 0; i < grid.length; i++) {
      double lambda = (Double) grid[i].get(estimator.lambda()).get();
      double alpha = (Double) grid[i].get(estimator.alpha()).get();
      InfoGanCr winner = (InfoGanCr) best.parent();
      boolean isBest = lambda == winner.getLambda() && alpha == winner.getAlpha();
      scores.add(new GridScore(lambda, alpha, fitted.avgMetrics()[i], isBest));
    }
    return new Outcome(scores, best);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
