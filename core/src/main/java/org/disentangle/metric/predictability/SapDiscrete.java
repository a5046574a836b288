// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.disentangle.metric.TopTwo;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.OneVsRestSvm;

/**
 * The separated attribute predictability score with factors taken as classes (Kumar et al.,
 * "Variational Inference of Disentangled Latent Concepts from Unlabeled Observations", 2018; as in
 * Locatello et al., 2019): how much better each factor is predicted by its best code than by the
 * second best, by {@link OneVsRestSvm} with C = 0.01 on that code alone, as it is.
 *
 * <p>The score of code j for factor k is the accuracy on the test rows; the result is the mean over
 * factors of the largest minus the second largest, in [0, 1].
 *
 * <p>Perfect codes of factors with many values score low, because a line on one number cannot
 * separate 32 classes apart: about 0.23 on dSprites' factors (3, 6, 40, 32 and 32 values, each code
 * the number of the value). Nor is the score free of scale, since the machines' weights have a
 * cost: the same codes divided by 100 score 0.11.
 *
 * <p>A constant code predicts one value for all rows and so scores the share of that value, much as
 * a code of noise does. With a single code the second best is 0. Duplicates of the best code give 0
 * for its factor. A test row whose value no training row has is never predicted right.
 */
public final class SapDiscrete {

  private static final double COST = 0.01;

  /**
   * @param score mean over factors
   * @param matrix accuracies, [code][factor]
   * @param perFactor the gap of each factor
   * @param bestCode the code that predicts each factor best; the lowest of several
   */
  public record Result(double score, double[][] matrix, double[] perFactor, int[] bestCode) {

    static Result of(double[][] matrix) {
      TopTwo[] top = TopTwo.ofColumns(matrix);
      double[] gaps = Arrays.stream(top).mapToDouble(TopTwo::gap).toArray();
      return new Result(
          Arrays.stream(gaps).average().getAsDouble(),
          matrix,
          gaps,
          Arrays.stream(top).mapToInt(TopTwo::first).toArray());
    }
  }

  private SapDiscrete() {}

  public static Result score(TrainTest tables) {
    double[][] matrix = new double[tables.numCodes()][tables.numFactors()];
    for (int factor = 0; factor < tables.numFactors(); factor++) {
      double[] accuracies = accuracies(tables, factor);
      for (int code = 0; code < accuracies.length; code++) {
        matrix[code][factor] = accuracies[code];
      }
    }
    return Result.of(matrix);
  }

  /** Accuracy of each code on the test rows. */
  static double[] accuracies(TrainTest tables, int factor) {
    int[] labels = tables.trainLabels(factor);
    int[] testLabels = tables.testLabels(factor);
    int numLabels = tables.numLabels(factor);
    return IntStream.range(0, tables.numCodes())
        .parallel()
        .mapToDouble(
            code ->
                OneVsRestSvm.fit(single(tables.train().codeColumn(code)), labels, numLabels, COST)
                    .accuracy(single(tables.test().codeColumn(code)), testLabels))
        .toArray();
  }

  private static double[][] single(double[] column) {
    return Arrays.stream(column).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
  }
}
