// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;

/**
 * What a classifier says of some images: for each image a distribution over classes.
 *
 * <p>Rows are taken as they are; one that adds up to 0.99999 is not rescaled.
 */
public final class ClassProbabilities {

  /** How far the probabilities of a row may be from adding up to 1. */
  public static final double TOLERANCE = 1e-4;

  /** What a row must be, in words. */
  public static final String EXPECTED =
      "probabilities that are at least 0 and add up to 1 within " + TOLERANCE;

  private final int numClasses;
  private final double[] values;

  /**
   * @param numClasses classes, at least 1
   * @param values all probabilities, row by row; at least one row
   * @throws IllegalArgumentException if there is no row, if the last one is not full, or if one is
   *     no distribution: negative, NaN, or its sum further than {@link #TOLERANCE} from 1
   */
  public ClassProbabilities(int numClasses, double[] values) {
    if (numClasses < 1 || values.length == 0 || values.length % numClasses != 0) {
      throw InvalidInputException.of(
          "class probabilities",
          String.format(Locale.ROOT, "%d values for rows of %d", values.length, numClasses),
          "one or more whole rows of one or more values");
    }
    fault(numClasses, values)
        .ifPresent(
            found -> {
              throw InvalidInputException.of(
                  "class probabilities", found, EXPECTED, "Apply a softmax to the scores first.");
            });
    this.numClasses = numClasses;
    this.values = values.clone();
  }

  /**
   * The same from one array a row.
   *
   * @throws IllegalArgumentException as the constructor does, and for rows of different length
   */
  public static ClassProbabilities of(double[][] rows) {
    return new ClassProbabilities(
        rows.length == 0 ? 1 : rows[0].length, Rows.flat("class probabilities", rows));
  }

  /**
   * The first row that is no distribution, in words.
   *
   * @param numClasses classes, at least 1
   * @param values whole rows of probabilities
   * @return empty if all rows are distributions
   */
  public static Optional<String> fault(int numClasses, double[] values) {
    for (int start = 0; start < values.length; start += numClasses) {
      double sum = 0;
      for (int i = start; i < start + numClasses; i++) {
        if (!(values[i] >= 0)) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "%s as the probability of class %d in row %d",
                  values[i],
                  i - start,
                  start / numClasses));
        }
        sum += values[i];
      }
      if (!(Math.abs(sum - 1) <= TOLERANCE)) {
        return Optional.of(
            String.format(
                Locale.ROOT, "probabilities that add up to %s in row %d", sum, start / numClasses));
      }
    }
    return Optional.empty();
  }

  public int rows() {
    return values.length / numClasses;
  }

  public int numClasses() {
    return numClasses;
  }

  public double probability(int row, int category) {
    return values[row * numClasses + category];
  }

  /** The most probable class of a row; the lowest of several equal ones. */
  public int mostProbable(int row) {
    int best = 0;
    for (int category = 1; category < numClasses; category++) {
      if (probability(row, category) > probability(row, best)) {
        best = category;
      }
    }
    return best;
  }

  /** The probabilities of one class in all rows, as a copy. */
  double[] column(int category) {
    double[] column = new double[rows()];
    Arrays.setAll(column, row -> probability(row, category));
    return column;
  }
}
