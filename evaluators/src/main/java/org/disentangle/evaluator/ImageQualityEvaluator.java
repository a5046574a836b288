// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.image.ClassProbabilities;
import org.disentangle.metric.image.ClassifierConfidence;
import org.disentangle.metric.image.InceptionScore;
import org.disentangle.metric.image.ReverseKl;
import org.disentangle.stage.HasMetricName;
import org.disentangle.stage.HasProbabilityCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;
import org.disentangle.stage.StageReader;

/**
 * Evaluates generated images by what a classifier says of them: whether it is sure of each image
 * and finds all classes.
 *
 * <pre>
 * Dataset&lt;Row&gt; judged = classifier.transform(model.transform(latents));
 * double score = new ImageQualityEvaluator().evaluate(judged);
 * </pre>
 *
 * <p>The classifier is any Spark ML classification model, or whatever else writes a column of class
 * probabilities. The result depends on the rows, not on their order or partitions. Probabilities
 * are collected to the driver (8 bytes each) in one pass. Null, NaN and rows that are no
 * distributions are refused.
 */
public final class ImageQualityEvaluator extends Evaluator
    implements HasProbabilityCol<ImageQualityEvaluator>,
        HasMetricName<ImageQualityEvaluator>,
        StageParams<ImageQualityEvaluator>,
        PersistentStage {

  private static final String INCEPTION_SCORE = "inception_score";
  private static final String REVERSE_KL = "reverse_kl";
  private static final String CONFIDENCE = "confidence";

  /**
   * All scores of one DataFrame.
   *
   * @param inceptionScore the Inception score, its spread and its largest possible value
   * @param reverseKl the divergence from equally frequent classes, and the images of each class
   * @param confidence the mean largest probability
   */
  public record Report(
      InceptionScore.Result inceptionScore, ReverseKl.Result reverseKl, double confidence) {}

  private final ParamTable declared;

  public ImageQualityEvaluator() {
    this(Identifiable.randomUID("imageQualityEvaluator"));
  }

  public ImageQualityEvaluator(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  /**
   * The scores: "inception_score" ({@link InceptionScore}; default), "reverse_kl" ({@link
   * ReverseKl} against equally frequent classes) and "confidence" ({@link ClassifierConfidence}).
   */
  @Override
  public List<String> metricNames() {
    return List.of(INCEPTION_SCORE, REVERSE_KL, CONFIDENCE);
  }

  /**
   * The score of a DataFrame.
   *
   * @throws InvalidInputException if the column is missing or has another type, if there are no
   *     rows, or if a row is null or no distribution
   */
  @Override
  public double evaluate(Dataset<?> data) {
    InputErrors.given(this, "data", data, "rows");
    ClassProbabilities images = collect(data);
    return switch (getMetricName()) {
      case INCEPTION_SCORE -> InceptionScore.of(images).score();
      case REVERSE_KL -> ReverseKl.of(images).divergence();
      case CONFIDENCE -> ClassifierConfidence.of(images);
      default -> throw new IllegalStateException(getMetricName());
    };
  }

  /** All scores at once; errors as in {@link #evaluate(Dataset)}. */
  public Report report(Dataset<?> data) {
    ClassProbabilities images = collect(data);
    return new Report(
        InceptionScore.of(images), ReverseKl.of(images), ClassifierConfidence.of(images));
  }

  /** False for "reverse_kl", true for the others. */
  @Override
  public boolean isLargerBetter() {
    return !getMetricName().equals(REVERSE_KL);
  }

  @Override
  public ImageQualityEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<ImageQualityEvaluator> read() {
    return StageReader.of(ImageQualityEvaluator.class, ImageQualityEvaluator::new);
  }

  public static ImageQualityEvaluator load(String path) {
    return read().load(path);
  }

  private ClassProbabilities collect(Dataset<?> data) {
    return CollectedProbabilities.of(this, data, List.of()).probabilities();
  }
}
