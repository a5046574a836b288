// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.learn.ClassifierFit;
import org.disentangle.metric.learn.FittedClassifier;

/**
 * The BetaVAE score (Higgins et al., "beta-VAE: Learning Basic Visual Concepts with a Constrained
 * Variational Framework", 2017, section 3): the accuracy of a linear classifier that predicts which
 * factor some pairs of rows share, from how far their codes are apart.
 *
 * <p>A point is the mean of {@code |difference|} of each code over pairs of rows that share one
 * factor; its label is that factor. The paper's classifier is multinomial logistic regression on
 * the points as they are. The score lies in [0, 1]; codes that ignore the factors score about 1 /
 * number of factors on fresh points and a little more on the training points.
 *
 * <p>Codes are not scaled: small codes count little, constant ones and duplicates change nothing or
 * almost nothing. With one factor the score is 1. Values of a factor that only one row has are
 * never drawn.
 */
public final class BetaVaeScore {

  /** How points are drawn and which are scored. */
  public enum Variant {
    /**
     * Locatello et al., "Challenging common assumptions", 2019: each point's factor is drawn at
     * random, each pair is drawn again (any row, and any other that shares its value), and half as
     * many fresh points are scored, at least one.
     */
    LIBRARY,
    /**
     * Lin et al., "InfoGAN-CR and ModelCentrality", 2020: the factors take turns, all pairs of a
     * point share one value and no row is in two of them, and the training points are scored. Fewer
     * pairs are used where fewer rows share the value.
     */
    INFOGAN_CR
  }

  /**
   * @param numPoints points the classifier is fitted to, at least 1
   * @param numPairs pairs a point, at least 1
   * @param seed seed of all draws
   */
  public record Settings(int numPoints, int numPairs, long seed) {

    /** 10,000 points of 64 pairs, as in Locatello et al. */
    public static final Settings LIBRARY = new Settings(10_000, 64, 42);

    /** 500 points of 50 pairs, as in Lin et al. */
    public static final Settings INFOGAN_CR = new Settings(500, 50, 42);

    public Settings {
      if (numPoints < 1 || numPairs < 1) {
        throw InvalidInputException.of(
            "settings",
            String.format(Locale.ROOT, "%d points of %d pairs", numPoints, numPairs),
            "at least 1 point of at least 1 pair");
      }
    }

    /** The same with another seed. */
    public Settings withSeed(long other) {
      return new Settings(numPoints, numPairs, other);
    }
  }

  /**
   * @param features mean absolute differences, [point][code]
   * @param factors the factor that the pairs of each point share
   */
  public record Points(double[][] features, int[] factors) {}

  /**
   * @param score accuracy on the points that are scored
   * @param trainScore accuracy on the points the classifier was fitted to
   * @param points those points
   */
  public record Result(double score, double trainScore, Points points) {}

  private BetaVaeScore() {}

  /**
   * The score of a table.
   *
   * @param fit how the classifier is fitted
   * @throws IllegalArgumentException if a factor has one value only, or its values are no {@link
   *     FactorClasses}
   */
  public static Result score(
      LabelledCodes table, Variant variant, Settings settings, ClassifierFit fit) {
    RowsByFactor[] index = new RowsByFactor[table.numFactors()];
    Arrays.setAll(index, factor -> new RowsByFactor(table, factor));
    SplittableRandom random = new SplittableRandom(settings.seed());
    return switch (variant) {
      case LIBRARY -> {
        Points training = pointsOfPairs(table, index, settings.numPoints(), settings, random);
        int fresh = Math.max(1, settings.numPoints() / 2);
        yield score(
            training, pointsOfPairs(table, index, fresh, settings, random), index.length, fit);
      }
      case INFOGAN_CR -> {
        Points points = pointsOfGroups(index, settings, random);
        yield score(points, points, index.length, fit);
      }
    };
  }

  /** The score of points that are given. */
  public static Result score(
      Points training, Points evaluation, int numFactors, ClassifierFit fit) {
    FittedClassifier classifier = fit.fit(training.features(), training.factors(), numFactors);
    return new Result(
        classifier.accuracy(evaluation.features(), evaluation.factors()),
        classifier.accuracy(training.features(), training.factors()),
        training);
  }

  /**
   * The features of a point.
   *
   * @param first codes of one row of each pair, [pair][code]
   * @param second codes of the other row of each pair, [pair][code]
   */
  public static double[] point(double[][] first, double[][] second) {
    double[] mean = new double[first[0].length];
    for (int pair = 0; pair < first.length; pair++) {
      for (int code = 0; code < mean.length; code++) {
        mean[code] += Math.abs(first[pair][code] - second[pair][code]) / first.length;
      }
    }
    return mean;
  }

  private static Points pointsOfPairs(
      LabelledCodes table,
      RowsByFactor[] index,
      int numPoints,
      Settings settings,
      SplittableRandom random) {
    double[][] features = new double[numPoints][];
    int[] factors = new int[numPoints];
    for (int point = 0; point < numPoints; point++) {
      factors[point] = random.nextInt(index.length);
      double[][] first = new double[settings.numPairs()][];
      double[][] second = new double[settings.numPairs()][];
      for (int pair = 0; pair < first.length; pair++) {
        int[] rows = index[factors[point]].pair(random);
        first[pair] = table.codesOf(rows[0]);
        second[pair] = table.codesOf(rows[1]);
      }
      features[point] = point(first, second);
    }
    return new Points(features, factors);
  }

  private static Points pointsOfGroups(
      RowsByFactor[] index, Settings settings, SplittableRandom random) {
    int[] factors =
        IntStream.range(0, settings.numPoints()).map(point -> point % index.length).toArray();
    double[][] features = new double[factors.length][];
    for (int point = 0; point < factors.length; point++) {
      double[][] group = index[factors[point]].group(2 * settings.numPairs(), random);
      features[point] = consecutivePairs(group);
    }
    return new Points(features, factors);
  }

  /**
   * The features of a point whose pairs are rows 0 and 1, 2 and 3, and so on; an odd row is left.
   *
   * @param group codes, [row][code]; at least two rows
   */
  public static double[] consecutivePairs(double[][] group) {
    int pairs = group.length / 2;
    return point(
        IntStream.range(0, pairs).mapToObj(pair -> group[2 * pair]).toArray(double[][]::new),
        IntStream.range(0, pairs).mapToObj(pair -> group[2 * pair + 1]).toArray(double[][]::new));
  }
}
