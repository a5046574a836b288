// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Set;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.BooleanParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.EvaluatorsParam;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;

/**
 * Params of how a training is watched. On the way the model of the averaged state is scored on
 * validation rows, as {@code CrossValidator} scores a model: {@code
 * evaluator.evaluate(model.transform(rows))}. The scores stand in the history under the names of
 * their metrics. Watching changes no bit of what is trained, unless the best model is to be kept or
 * the training to end early.
 *
 * <p>A training is watched if {@code evaluators}, {@code evaluationInterval}, {@code keepBest} or
 * {@code evaluationPatience} is set.
 */
public interface HasWatching<T extends StageParams<T>> extends StageParams<T> {

  /** Names of these Params. */
  Set<String> WATCHING =
      Set.of(
          "evaluators",
          "evaluationInterval",
          "validationIndicatorCol",
          "keepBest",
          "evaluationPatience");

  /**
   * What scores the model on the way; the first one decides which model is the best. A score that
   * fails or is not a number is recorded as NaN with a warning, and the training goes on. Default:
   * none. A training that is watched without an Evaluator is scored without labels, by how well the
   * model agrees with itself ({@link org.disentangle.selection.SelfAgreement}).
   */
  default EvaluatorsParam evaluators() {
    return declared()
        .evaluatorsParam("evaluators", "what scores the model on the way, the deciding one first");
  }

  default Evaluator[] getEvaluators() {
    return value(evaluators());
  }

  default T setEvaluators(Evaluator... evaluators) {
    return with(evaluators(), evaluators);
  }

  /**
   * Iterations between two evaluations, at least 0; 0 for none. Each is made at the first end of a
   * round at or after a multiple of it, so that 7 becomes 10 where {@code averagingFrequency} is
   * 10, of which a training warns before it begins; and one at the end of the training. Default
   * 1000.
   */
  default IntParam evaluationInterval() {
    return declared()
        .intParam(
            "evaluationInterval",
            Allowed.atLeast(0).byDefault(1000),
            "iterations between two evaluations, 0 for none");
  }

  default int getEvaluationInterval() {
    return value(evaluationInterval());
  }

  default T setEvaluationInterval(int iterations) {
    return with(evaluationInterval(), iterations);
  }

  /**
   * Boolean column that is true in rows which are scored and not trained on; other rows are trained
   * on. Default "": up to 10,000 of the training rows are scored, always the same ones of the same
   * rows.
   */
  default Param<String> validationIndicatorCol() {
    return declared()
        .stringParam(
            "validationIndicatorCol",
            Allowed.where(
                    String.class,
                    "the name of a column, or empty to score training rows",
                    column -> true)
                .byDefault(""),
            "boolean column that is true in rows to score and not to train on");
  }

  default String getValidationIndicatorCol() {
    return value(validationIndicatorCol());
  }

  default T setValidationIndicatorCol(String column) {
    return with(validationIndicatorCol(), column);
  }

  /**
   * Whether {@code fit} returns the model of the best score and not the last one. Scores are those
   * of the first Evaluator, whose {@code isLargerBetter} says what better is; NaN is worse than any
   * number. Default false.
   */
  default BooleanParam keepBest() {
    return declared()
        .booleanParam("keepBest", false, "return the model of the best score, not the last one");
  }

  default boolean getKeepBest() {
    return value(keepBest());
  }

  default T setKeepBest(boolean keep) {
    return with(keepBest(), keep);
  }

  /**
   * Iterations without a better score after which the training ends, at least 0; 0 for never.
   * Default 0.
   */
  default IntParam evaluationPatience() {
    return declared()
        .intParam(
            "evaluationPatience",
            Allowed.atLeast(0).byDefault(0),
            "iterations without a better score after which training ends, 0 for never");
  }

  default int getEvaluationPatience() {
    return value(evaluationPatience());
  }

  default T setEvaluationPatience(int iterations) {
    return with(evaluationPatience(), iterations);
  }

  /** Whether the training is to be watched. */
  default boolean isWatched() {
    return getEvaluationInterval() > 0
        && (getEvaluators().length > 0
            || isSet(evaluationInterval())
            || getKeepBest()
            || getEvaluationPatience() > 0);
  }

  /**
   * Refuses what cannot be watched.
   *
   * @param hasCodes whether the model can be scored without labels
   * @throws org.disentangle.error.InvalidInputException if the validation column is missing or of
   *     another type, or there is no score for what depends on it
   */
  default void checkWatching(StructType schema, boolean hasCodes) {
    if (!getValidationIndicatorCol().isEmpty()) {
      new SchemaChecks(this, schema).input(validationIndicatorCol(), ColumnType.BOOLEAN);
    }
    if (getEvaluationInterval() == 0 && (getKeepBest() || getEvaluationPatience() > 0)) {
      throw InputErrors.of(this)
          .parameter(
              "evaluationInterval",
              0,
              "at least 1, as keepBest and evaluationPatience need scores");
    }
    if (isWatched() && getEvaluators().length == 0 && !hasCodes) {
      throw InputErrors.of(this)
          .unset(
              "evaluators",
              "at least one Evaluator, as the model has no codes to be scored by without labels");
    }
  }
}
