// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.image.PerceptualDiversity;
import org.disentangle.stage.HasFeaturesCol;
import org.disentangle.stage.HasPairCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Evaluates how different the two images of each pair look, by the {@link PerceptualDiversity} of
 * their features; larger is better.
 *
 * <pre>
 * Dataset&lt;Row&gt; images = model.transform(pairs.transform(spark.range(1000).toDF()));
 * double score = new PerceptualDiversityEvaluator().evaluate(features.transform(images));
 * </pre>
 *
 * <p>Each pair id stands in exactly two rows. The result depends on the rows, not on their order or
 * partitions. Features are collected to the driver (8 bytes each) in one pass. Null, NaN and
 * infinite features and null pair ids are refused.
 */
public final class PerceptualDiversityEvaluator extends Evaluator
    implements HasFeaturesCol<PerceptualDiversityEvaluator>,
        HasPairCol<PerceptualDiversityEvaluator>,
        StageParams<PerceptualDiversityEvaluator>,
        PersistentStage {

  private final ParamTable declared;

  public PerceptualDiversityEvaluator() {
    this(Identifiable.randomUID("perceptualDiversityEvaluator"));
  }

  public PerceptualDiversityEvaluator(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * The mean distance of the pairs of a DataFrame.
   *
   * @throws InvalidInputException if a column is missing or has another type, if there are no rows,
   *     if values are null or not finite, or if a pair id is not in exactly two rows
   */
  @Override
  public double evaluate(Dataset<?> data) {
    InputErrors.given(this, "data", data, "rows");
    return report(data).score();
  }

  /** The score with its spread; errors as in {@link #evaluate(Dataset)}. */
  public PerceptualDiversity.Result report(Dataset<?> data) {
    CollectedPairs pairs = CollectedPairs.of(this, data);
    return PerceptualDiversity.of(pairs.numFeatures(), pairs.first(), pairs.second());
  }

  @Override
  public boolean isLargerBetter() {
    return true;
  }

  @Override
  public PerceptualDiversityEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<PerceptualDiversityEvaluator> read() {
    return StageReader.of(PerceptualDiversityEvaluator.class, PerceptualDiversityEvaluator::new);
  }

  public static PerceptualDiversityEvaluator load(String path) {
    return read().load(path);
  }
}
