// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.ClassifierFit;
import org.disentangle.metric.learn.FittedClassifier;
import org.disentangle.metric.learn.Learners;

/**
 * Explicitness (Ridgeway and Mozer, "Learning Deep Disentangled Embeddings with the F-Statistic
 * Loss", 2018): how well a linear classifier of all codes predicts the values of each factor, by
 * {@link RocAuc#meanOverClasses}; mean over factors. It lies in [0, 1]; codes that ignore the
 * factors give about 1/2.
 *
 * <p>The classifier is multinomial logistic regression ({@link Learners#logistic}) on codes
 * standardised by the training rows. {@link ExplicitnessOneVsRest} differs from it by up to 0.06.
 *
 * <p>Constant codes are left out; without any other code every factor scores 1/2. Duplicates of a
 * code change little. A value of a factor that does not occur in the rows scored does not count.
 */
public final class Explicitness {

  /**
   * @param train mean over factors on the training rows
   * @param test mean over factors on the test rows
   * @param trainPerFactor area of each factor on the training rows
   * @param testPerFactor area of each factor on the test rows
   */
  public record Result(
      double train, double test, double[] trainPerFactor, double[] testPerFactor) {}

  private Explicitness() {}

  /**
   * @throws IllegalArgumentException if all test rows share the value of a factor
   */
  public static Result score(TrainTest tables, Learners learners) {
    return score(tables, learners::logistic);
  }

  static Result score(TrainTest tables, ClassifierFit fit) {
    double[][] train = tables.standardisedTrainCodes();
    double[][] test = tables.standardisedTestCodes();
    double[] trainAreas = new double[tables.numFactors()];
    double[] testAreas = new double[tables.numFactors()];
    for (int factor = 0; factor < trainAreas.length; factor++) {
      int[] labels = tables.trainLabels(factor);
      int numLabels = tables.numLabels(factor);
      FittedClassifier classifier =
          train[0].length == 0 ? row -> new double[numLabels] : fit.fit(train, labels, numLabels);
      trainAreas[factor] = area(classifier, train, labels);
      testAreas[factor] = area(classifier, test, tables.testLabels(factor));
    }
    return new Result(mean(trainAreas), mean(testAreas), trainAreas, testAreas);
  }

  private static double area(FittedClassifier classifier, double[][] codes, int[] labels) {
    return RocAuc.meanOverClasses(
        Arrays.stream(codes).map(classifier::probabilities).toArray(double[][]::new), labels);
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().getAsDouble();
  }
}
