// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;

/**
 * How much an encoder knows about a categorical code: a lower bound of their mutual information
 * where the true categories are known, and the accuracy under the best naming of the categories
 * where only labels of another origin are.
 */
public final class CategoricalCodes {

  /** Probabilities of one row may differ from a sum of 1 by this much. */
  private static final double SUM_TOLERANCE = 1e-4;

  /**
   * @param value the lower bound, in nats: {@code meanLogProbability + priorEntropy}; at most the
   *     entropy of the prior where the categories are drawn from it, and below 0 for an encoder
   *     worse than the prior
   * @param meanLogProbability mean over rows of ln Q(true category | x); minus infinity if a true
   *     category was given probability 0
   * @param priorEntropy entropy of the prior
   */
  public record LowerBound(double value, double meanLogProbability, double priorEntropy) {}

  /**
   * @param value share of rows whose category is matched to their label, in [0, 1]
   * @param labelOfCategory the label each category is matched to; -1 if there are fewer labels
   * @param counts rows, [category][label]
   */
  public record Accuracy(double value, int[] labelOfCategory, int[][] counts) {}

  private CategoricalCodes() {}

  /** The lower bound with a uniform prior. */
  public static LowerBound lowerBound(double[][] probabilities, int[] categories) {
    checkRows(probabilities.length, categories.length);
    double[] uniform = new double[probabilities[0].length];
    Arrays.fill(uniform, 1.0 / uniform.length);
    return lowerBound(probabilities, categories, uniform);
  }

  /**
   * The variational lower bound of I(c; x) of Chen et al., "InfoGAN", 2016, equation 4: {@code E[ln
   * Q(c | x)] + H(c)}.
   *
   * @param probabilities Q(c | x), [row][category]; each row sums to 1
   * @param categories the true category of each row, which x was generated from
   * @param prior probability of each category; sums to 1
   * @throws IllegalArgumentException if the shapes do not fit, a row is no distribution, or a true
   *     category has prior 0 or does not exist
   */
  public static LowerBound lowerBound(double[][] probabilities, int[] categories, double[] prior) {
    checkRows(probabilities.length, categories.length);
    checkDistribution("prior", prior, prior.length);
    double sum = 0;
    for (int row = 0; row < categories.length; row++) {
      checkDistribution("row " + row, probabilities[row], prior.length);
      int category = categories[row];
      if (category < 0 || category >= prior.length || prior[category] == 0) {
        throw InvalidInputException.of(
            "row " + row,
            "category " + category,
            String.format(
                Locale.ROOT,
                "one that the prior of %d categories gives a probability",
                prior.length),
            "Categories count from 0.");
      }
      sum += Math.log(probabilities[row][category]);
    }
    double meanLog = sum / categories.length;
    double entropy = Arrays.stream(prior).filter(p -> p > 0).map(p -> -p * Math.log(p)).sum();
    return new LowerBound(meanLog + entropy, meanLog, entropy);
  }

  /** The most probable category of each row; the first of several. */
  public static int[] mostProbable(double[][] probabilities) {
    return Arrays.stream(probabilities)
        .mapToInt(
            row ->
                IntStream.range(0, row.length)
                    .reduce((best, next) -> row[next] > row[best] ? next : best)
                    .getAsInt())
        .toArray();
  }

  /**
   * The share of rows that agree when each category stands for at most one label and each label for
   * at most one category, matched so that the most rows agree. There may be more categories than
   * labels: rows of those left over agree with nothing; and the other way round.
   *
   * @param categories found category of each row, from 0
   * @param labels true label of each row, from 0
   * @throws IllegalArgumentException if there are no rows, not as many of both, or a negative
   *     number
   */
  public static Accuracy accuracy(int[] categories, int[] labels) {
    checkRows(categories.length, labels.length);
    int[][] counts =
        ContingencyTable.of(
                categories, sizeOf("categories", categories), labels, sizeOf("labels", labels))
            .counts();
    int[] labelOfCategory =
        BestMatching.of(
            Arrays.stream(counts)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new));
    long right =
        IntStream.range(0, categories.length)
            .filter(row -> labelOfCategory[categories[row]] == labels[row])
            .count();
    return new Accuracy((double) right / labels.length, labelOfCategory, counts);
  }

  private static int sizeOf(String subject, int[] values) {
    int least = Arrays.stream(values).min().getAsInt();
    if (least < 0) {
      throw InvalidInputException.of(subject, String.valueOf(least), "numbers from 0");
    }
    return Arrays.stream(values).max().getAsInt() + 1;
  }

  private static void checkRows(int rows, int others) {
    if (rows == 0 || rows != others) {
      throw InvalidInputException.of(
          "rows",
          String.format(Locale.ROOT, "%d and %d", rows, others),
          "the same number of both, at least 1");
    }
  }

  private static void checkDistribution(String subject, double[] probabilities, int size) {
    double sum = Arrays.stream(probabilities).sum();
    if (probabilities.length != size
        || !(Math.abs(sum - 1) <= SUM_TOLERANCE)
        || Arrays.stream(probabilities).anyMatch(p -> p < 0)) {
      throw InvalidInputException.of(
          subject,
          Arrays.toString(probabilities),
          String.format(Locale.ROOT, "%d probabilities that sum to 1", size),
          "Give probabilities, not logits or logarithms.");
    }
  }
}
