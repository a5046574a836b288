// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.disentangle.error.InvalidInputException;

/**
 * The rows that supervised models of a metric are fitted on, and the rows they are scored on.
 *
 * <p>Everything is measured by the training rows: codes and factors are standardised with their
 * training mean and standard deviation (divided by the number of rows), and labels are numbered by
 * the values that a factor has in the training rows. Each method returns fresh arrays.
 *
 * @param train rows to fit on; every factor has two values or more in them
 * @param test rows to score on; the same table scores the training rows
 */
public record TrainTest(LabelledCodes train, LabelledCodes test) {

  /** Label of a test row whose factor has a value that no training row has. */
  public static final int UNKNOWN = -1;

  /**
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors, or
   *     a factor has only one value in the training rows
   */
  public TrainTest {
    requireSameShape(train, test);
    for (int factor = 0; factor < train.numFactors(); factor++) {
      if (trainLevels(train, factor).length < 2) {
        throw new UnusableFactorException(
            factor,
            String.format(Locale.ROOT, "one value in all %d training rows", train.rows()),
            "two or more values",
            "The data set does not vary this factor; leave it out.");
      }
    }
  }

  /**
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors
   */
  public static void requireSameShape(LabelledCodes train, LabelledCodes test) {
    if (train.numCodes() != test.numCodes() || train.numFactors() != test.numFactors()) {
      throw InvalidInputException.of(
          "test table",
          shape(test),
          shape(train) + ", as in the training table",
          "Take both tables from the same encoder and data set.");
    }
  }

  public int numCodes() {
    return train.numCodes();
  }

  public int numFactors() {
    return train.numFactors();
  }

  /** Codes of the training rows as they are, [row][code]. */
  public double[][] trainCodes() {
    return codes(train);
  }

  /** Codes of the test rows as they are, [row][code]. */
  public double[][] testCodes() {
    return codes(test);
  }

  /** The codes that vary in the training rows, in increasing order. */
  public List<Integer> varyingCodes() {
    CodeScale scale = CodeScale.of(train, 0);
    return IntStream.range(0, numCodes()).filter(scale::active).boxed().toList();
  }

  /** The codes that are the same in all training rows, in increasing order. */
  public List<Integer> constantCodes() {
    return CodeScale.of(train, 0).pruned();
  }

  /** {@link #varyingCodes()} of the training rows, standardised, [row][place in that list]. */
  public double[][] standardisedTrainCodes() {
    return standardisedCodes(train);
  }

  /** {@link #varyingCodes()} of the test rows, standardised, [row][place in that list]. */
  public double[][] standardisedTestCodes() {
    return standardisedCodes(test);
  }

  /** How many values a factor has in the training rows; at least 2. */
  public int numLabels(int factor) {
    return trainLevels(train, factor).length;
  }

  /** Labels of a factor in the training rows: 0 to {@code numLabels(factor) - 1}, by value. */
  public int[] trainLabels(int factor) {
    return labels(train, factor);
  }

  /** Labels of a factor in the test rows, the same as for training; or {@link #UNKNOWN}. */
  public int[] testLabels(int factor) {
    return labels(test, factor);
  }

  /** Standardised values of a factor in the training rows. */
  public double[] trainTargets(int factor) {
    return standardise(train.factorValueColumn(factor), train.factorValueColumn(factor));
  }

  /** Standardised values of a factor in the test rows. */
  public double[] testTargets(int factor) {
    return standardise(test.factorValueColumn(factor), train.factorValueColumn(factor));
  }

  private static double[][] codes(LabelledCodes table) {
    return IntStream.range(0, table.rows()).mapToObj(table::codesOf).toArray(double[][]::new);
  }

  private double[][] standardisedCodes(LabelledCodes table) {
    List<Integer> varying = varyingCodes();
    double[][] standardised = new double[table.rows()][varying.size()];
    for (int place = 0; place < varying.size(); place++) {
      int code = varying.get(place);
      double[] column = standardise(table.codeColumn(code), train.codeColumn(code));
      for (int row = 0; row < column.length; row++) {
        standardised[row][place] = column[row];
      }
    }
    return standardised;
  }

  private static double[] standardise(double[] values, double[] reference) {
    double mean = new Mean().evaluate(reference);
    double std = CodeScale.std(reference);
    return Arrays.stream(values).map(value -> (value - mean) / std).toArray();
  }

  private int[] labels(LabelledCodes table, int factor) {
    double[] levels = trainLevels(train, factor);
    int[] labels = new int[table.rows()];
    for (int row = 0; row < labels.length; row++) {
      int label = Arrays.binarySearch(levels, table.factorValue(row, factor));
      labels[row] = label < 0 ? UNKNOWN : label;
    }
    return labels;
  }

  /** The values that occur; a part of a table may hold fewer than its levels. */
  private static double[] trainLevels(LabelledCodes train, int factor) {
    return Arrays.stream(train.factorValueColumn(factor)).sorted().distinct().toArray();
  }

  private static String shape(LabelledCodes table) {
    return String.format(
        Locale.ROOT, "%d codes and %d factors", table.numCodes(), table.numFactors());
  }
}
