// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import breeze.optimize.CachedDiffFunction;
import breeze.optimize.DiffFunction;
import breeze.optimize.LBFGS;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.disentangle.metric.learn.FittedClassifier;
import scala.reflect.ClassTag$;

/**
 * Multinomial logistic regression as in {@link org.disentangle.metric.learn.Learners#logistic},
 * fitted the way Spark MLlib's {@code LogisticRegression} does without standardisation: {@link
 * MultinomialLoss} in standardised features, the same start, and Breeze's L-BFGS with ten
 * corrections, tolerance 1e-6 and at most 1000 steps.
 *
 * <p>MLlib runs a job per step, which takes far longer than the step itself for the few thousand
 * rows of a metric. Sums have another order here, so that probabilities differ from MLlib's by
 * rounding.
 */
final class MultinomialLogistic implements FittedClassifier {

  private static final int MAX_ITERATIONS = 1000;
  private static final int CORRECTIONS = 10;
  private static final double TOLERANCE = 1e-6;

  private final double[][] weights;
  private final double[] intercepts;

  /**
   * @param weights [class][feature]
   * @param intercepts one per class
   */
  private MultinomialLogistic(double[][] weights, double[] intercepts) {
    this.weights = weights;
    this.intercepts = intercepts;
  }

  /**
   * @param features [row][feature], as they are
   * @param labels 0 to {@code numClasses - 1}; if all are equal, that class is certain
   */
  static FittedClassifier fit(double[][] features, int[] labels, int numClasses) {
    int first = labels[0];
    if (Arrays.stream(labels).allMatch(label -> label == first)) {
      double[] certain = new double[numClasses];
      certain[first] = 1;
      return row -> certain.clone();
    }
    int numFeatures = features[0].length;
    double[] means = new double[numFeatures];
    double[] deviations = new double[numFeatures];
    for (int feature = 0; feature < numFeatures; feature++) {
      SummaryStatistics column = new SummaryStatistics();
      for (double[] row : features) {
        column.addValue(row[feature]);
      }
      means[feature] = column.getMean();
      deviations[feature] = column.getStandardDeviation();
    }
    MultinomialLoss loss =
        new MultinomialLoss(
            standardised(features, means, deviations), labels, numClasses, deviations);
    double[] solution = minimum(loss, start(labels, numClasses, numFeatures));
    return inOriginalFeatures(solution, means, deviations, numClasses);
  }

  @Override
  public double[] probabilities(double[] features) {
    double[] margins = intercepts.clone();
    for (int label = 0; label < margins.length; label++) {
      for (int feature = 0; feature < features.length; feature++) {
        margins[label] += weights[label][feature] * features[feature];
      }
    }
    MultinomialLoss.softmax(margins);
    return margins;
  }

  private static double[] minimum(MultinomialLoss loss, double[] start) {
    DiffFunction<DenseVector<Object>> objective = point -> loss.at((double[]) point.data());
    LBFGS<DenseVector<Object>> optimiser =
        new LBFGS<>(MAX_ITERATIONS, CORRECTIONS, TOLERANCE, DenseVector$.MODULE$.space_Double());
    // The line search and the step after it ask for the same point.
    DiffFunction<DenseVector<Object>> asked =
        new CachedDiffFunction<>(
            objective, DenseVector.canCopyDenseVector(ClassTag$.MODULE$.Double()));
    return (double[]) optimiser.minimize(asked, MultinomialLoss.vector(start)).data();
  }

  /** No weights, and intercepts as the labels are distributed, with one row added to each class. */
  private static double[] start(int[] labels, int numClasses, int numFeatures) {
    double[] counts = new double[numClasses];
    for (int label : labels) {
      counts[label]++;
    }
    double[] logs = Arrays.stream(counts).map(Math::log1p).toArray();
    double mean = Arrays.stream(logs).sum() / numClasses;
    double[] start = new double[(numFeatures + 1) * numClasses];
    for (int label = 0; label < numClasses; label++) {
      start[numFeatures * numClasses + label] = logs[label] - mean;
    }
    return start;
  }

  /** A constant feature is 0 in all rows, so that its weights stay 0. */
  private static double[][] standardised(double[][] features, double[] means, double[] deviations) {
    return Arrays.stream(features)
        .map(
            row ->
                IntStream.range(0, row.length)
                    .mapToDouble(
                        feature ->
                            deviations[feature] == 0
                                ? 0
                                : (row[feature] - means[feature]) / deviations[feature])
                    .toArray())
        .toArray(double[][]::new);
  }

  private static MultinomialLogistic inOriginalFeatures(
      double[] solution, double[] means, double[] deviations, int numClasses) {
    int numFeatures = means.length;
    double[][] weights = new double[numClasses][numFeatures];
    double[] intercepts = new double[numClasses];
    for (int label = 0; label < numClasses; label++) {
      intercepts[label] = solution[numFeatures * numClasses + label];
      for (int feature = 0; feature < numFeatures; feature++) {
        if (deviations[feature] != 0) {
          weights[label][feature] = solution[feature * numClasses + label] / deviations[feature];
          intercepts[label] -= weights[label][feature] * means[feature];
        }
      }
    }
    return new MultinomialLogistic(weights, intercepts);
  }
}
