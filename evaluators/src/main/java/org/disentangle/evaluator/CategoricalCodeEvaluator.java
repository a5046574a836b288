// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.information.CategoricalCodes;
import org.disentangle.stage.HasLabelCol;
import org.disentangle.stage.HasMetricName;
import org.disentangle.stage.HasProbabilityCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Evaluates a categorical code by what an encoder finds in images: a column of probabilities over
 * categories against a column of labels; larger is better.
 *
 * <pre>
 * double accuracy =
 *     new CategoricalCodeEvaluator().setMetricName("category_accuracy").evaluate(encoded);
 * </pre>
 *
 * <p>The result depends on the rows, not on their order or partitions. Probabilities and labels are
 * collected to the driver (8 bytes each) in one pass. Null, NaN, rows that are no distributions and
 * labels that are no whole numbers from 0 on are refused.
 */
public final class CategoricalCodeEvaluator extends Evaluator
    implements HasProbabilityCol<CategoricalCodeEvaluator>,
        HasLabelCol<CategoricalCodeEvaluator>,
        HasMetricName<CategoricalCodeEvaluator>,
        StageParams<CategoricalCodeEvaluator>,
        PersistentStage {

  private static final String BOUND = "mutual_information_bound";
  private static final String ACCURACY = "category_accuracy";

  /**
   * Which label each category stands for.
   *
   * @param labels the different labels of the DataFrame, increasing
   * @param accuracy the share of rows that agree; its labels are positions in {@code labels}
   */
  public record Matching(List<Integer> labels, CategoricalCodes.Accuracy accuracy) {}

  private final ParamTable declared;

  public CategoricalCodeEvaluator() {
    this(Identifiable.randomUID("categoricalCodeEvaluator"));
  }

  public CategoricalCodeEvaluator(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * The scores, which {@link CategoricalCodes} defines:
   *
   * <ul>
   *   <li>"mutual_information_bound" (default): the lower bound of the information, in nats, that
   *       an image holds about the category it was generated from. Labels are those categories,
   *       equally frequent in the prior. Minus infinity if a true category got probability 0.
   *   <li>"category_accuracy": the share of rows whose most probable category is the one that
   *       stands for their label, in [0, 1]. Labels are classes of any data set; categories are
   *       matched to them so that most rows agree.
   * </ul>
   */
  @Override
  public List<String> metricNames() {
    return List.of(BOUND, ACCURACY);
  }

  /**
   * The score of a DataFrame.
   *
   * @throws InvalidInputException if a column is missing or has another type, if there are no rows,
   *     if a value is null, if a row is no distribution, if a label is no whole number from 0 on,
   *     or, for the bound, no category
   */
  @Override
  public double evaluate(Dataset<?> data) {
    InputErrors.given(this, "data", data, "rows");
    CollectedCategories rows = CollectedCategories.of(this, data);
    return switch (getMetricName()) {
      case BOUND ->
          CategoricalCodes.lowerBound(rows.probabilities(), rows.requireCategories(this)).value();
      case ACCURACY -> matching(rows).accuracy().value();
      default -> throw new IllegalStateException(getMetricName());
    };
  }

  /** The accuracy with what it was made from; errors as in {@link #evaluate(Dataset)}. */
  public Matching matching(Dataset<?> data) {
    return matching(CollectedCategories.of(this, data));
  }

  @Override
  public boolean isLargerBetter() {
    return true;
  }

  @Override
  public CategoricalCodeEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<CategoricalCodeEvaluator> read() {
    return StageReader.of(CategoricalCodeEvaluator.class, CategoricalCodeEvaluator::new);
  }

  public static CategoricalCodeEvaluator load(String path) {
    return read().load(path);
  }

  private static Matching matching(CollectedCategories rows) {
    return new Matching(
        rows.differentLabels(),
        CategoricalCodes.accuracy(
            CategoricalCodes.mostProbable(rows.probabilities()), rows.labelPositions()));
  }
}
