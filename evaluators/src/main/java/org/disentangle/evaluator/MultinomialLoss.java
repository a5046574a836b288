// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import breeze.linalg.DenseVector;
import breeze.linalg.DenseVector$;
import java.util.Arrays;
import scala.Tuple2;

/**
 * The objective of {@link MultinomialLogistic}, per row: {@code (SUM_i -ln softmax_{y_i}(W z_i + b)
 * + SUM_cf (W_cf / s_f)^2 / 2) / rows}, where z are standardised features and s their standard
 * deviations, so that the penalty is that of the weights of the features as they were.
 *
 * <p>A point holds the weights of all classes for the first feature, for the second, and so on; the
 * intercepts come last.
 */
final class MultinomialLoss {

  private final double[][] rows;
  private final int[] labels;
  private final int numClasses;
  private final double[] penalties;

  /**
   * @param rows standardised features, [row][feature]
   * @param labels 0 to {@code numClasses - 1}
   * @param deviations one per feature; a feature without deviation is not penalised
   */
  MultinomialLoss(double[][] rows, int[] labels, int numClasses, double[] deviations) {
    this.rows = rows;
    this.labels = labels;
    this.numClasses = numClasses;
    this.penalties =
        Arrays.stream(deviations)
            .map(deviation -> deviation == 0 ? 0 : 1 / (rows.length * deviation * deviation))
            .toArray();
  }

  /** The value and the gradient at a point. */
  Tuple2<Object, DenseVector<Object>> at(double[] point) {
    double[] gradient = new double[point.length];
    double value = 0;
    double[] scores = new double[numClasses];
    for (int row = 0; row < rows.length; row++) {
      margins(rows[row], point, scores);
      softmax(scores);
      value -= Math.log(scores[labels[row]]);
      scores[labels[row]]--;
      accumulate(rows[row], scores, gradient);
    }
    value /= rows.length;
    for (int place = 0; place < gradient.length; place++) {
      gradient[place] /= rows.length;
      int feature = place / numClasses;
      if (feature < penalties.length) {
        double pull = penalties[feature] * point[place];
        value += pull * point[place] / 2;
        gradient[place] += pull;
      }
    }
    return new Tuple2<>(value, vector(gradient));
  }

  static DenseVector<Object> vector(double[] values) {
    return DenseVector$.MODULE$.apply$mDc$sp(values);
  }

  /** Turns scores into probabilities, in place. */
  static void softmax(double[] scores) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int label = 0; label < scores.length; label++) {
      scores[label] = Math.exp(scores[label] - largest);
      sum += scores[label];
    }
    for (int label = 0; label < scores.length; label++) {
      scores[label] /= sum;
    }
  }

  private void margins(double[] row, double[] point, double[] margins) {
    System.arraycopy(point, row.length * numClasses, margins, 0, numClasses);
    int place = 0;
    for (double value : row) {
      for (int label = 0; label < numClasses; label++) {
        margins[label] += value * point[place++];
      }
    }
  }

  /** Adds the outer product of a row, followed by a 1, and the errors of its probabilities. */
  private void accumulate(double[] row, double[] errors, double[] gradient) {
    int place = 0;
    for (double value : row) {
      for (int label = 0; label < numClasses; label++) {
        gradient[place++] += value * errors[label];
      }
    }
    for (int label = 0; label < numClasses; label++) {
      gradient[place++] += errors[label];
    }
  }
}
