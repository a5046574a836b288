// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Labels of images as an array of numbers gives them, one row per image.
 *
 * @param numbers row after row
 * @param width numbers per row
 * @param whole whether the array holds whole numbers
 */
public record NumberLabels(double[] numbers, int width, boolean whole) {

  /** Whole numbers up to here are indices themselves; of others the rank is taken. */
  private static final int LARGEST_INDEX = 1 << 16;

  /** Up to here every whole number is a double of its own. */
  private static final long LARGEST_EXACT = (1L << 53) - 1;

  /** Real numbers with more values than this are continuous. */
  private static final int MOST_VALUES = 256;

  /**
   * Reads labels.
   *
   * @param array of shape N or N x K
   * @param images N
   * @throws InvalidInputException for another shape, numbers that are not finite, and whole numbers
   *     beyond 2<sup>53</sup> - 1, of which neighbours could not be told apart
   */
  public static NumberLabels read(StoredArray array, int images) {
    requireRows(array, images);
    boolean whole = array.elementType().whole();
    double[] numbers = array.numbers();
    for (int i = 0; i < numbers.length; i++) {
      if (!Double.isFinite(numbers[i])) {
        throw array.refuse("with " + numbers[i] + " at place " + i, "finite numbers");
      }
      if (whole && Math.abs(numbers[i]) > LARGEST_EXACT) {
        throw array.refuse(
            String.format(Locale.ROOT, "with about %.0f at place %d", numbers[i], i),
            String.format(
                Locale.ROOT,
                "whole numbers from -%d to %<d, of which each is a double",
                LARGEST_EXACT));
      }
    }
    return new NumberLabels(numbers, (int) (array.size() / images), whole);
  }

  /** Refuses an array that is not of shape N or N x K. */
  static void requireRows(StoredArray array, int images) {
    List<Long> shape = array.shape();
    if (shape.isEmpty() || shape.size() > 2 || shape.get(0) != images || array.size() == 0) {
      throw array.refuse(
          "of shape " + shape, "one row of labels for each of the " + images + " images");
    }
  }

  /** One of the columns. */
  public double[] column(int place) {
    double[] column = new double[numbers.length / width];
    for (int row = 0; row < column.length; row++) {
      column[row] = numbers[row * width + place];
    }
    return column;
  }

  /** The values that occur, rising. */
  public static double[] values(double[] column) {
    // 0.0 and -0.0 are one value
    return Arrays.stream(column).map(value -> value + 0.0).sorted().distinct().toArray();
  }

  /** For each number its place among the values that occur. */
  public static int[] ranks(double[] column, double[] values) {
    return Arrays.stream(column).mapToInt(x -> Arrays.binarySearch(values, x + 0.0)).toArray();
  }

  /**
   * The columns of a data set: of one whole number per image {@code label}; else of each number
   * {@code factor_NAME} if its values can be counted, and {@code value_NAME} if it is no whole
   * number.
   *
   * @param names one per number, or empty for their places from 0
   */
  public List<StoredColumn> columns(List<String> names) {
    if (width == 1 && whole && names.isEmpty()) {
      return List.of(nominal("label", column(0)));
    }
    List<StoredColumn> factors = new ArrayList<>();
    List<StoredColumn> values = new ArrayList<>();
    for (int place = 0; place < width; place++) {
      String name = names.isEmpty() ? Integer.toString(place) : names.get(place);
      double[] column = column(place);
      int count = values(column).length;
      if (whole || (count <= MOST_VALUES && count < column.length)) {
        factors.add(nominal("factor_" + name, column));
      }
      if (!whole) {
        values.add(StoredColumn.numeric("value_" + name, column));
      }
    }
    factors.addAll(values);
    return factors;
  }

  private StoredColumn nominal(String name, double[] column) {
    double[] values = values(column);
    if (whole && values[0] >= 0 && values[values.length - 1] < LARGEST_INDEX) {
      return StoredColumn.nominal(name, Arrays.stream(column).mapToInt(x -> (int) x).toArray());
    }
    List<String> numbers =
        whole ? Arrays.stream(values).mapToObj(x -> Long.toString((long) x)).toList() : List.of();
    return StoredColumn.nominal(name, values.length, numbers, ranks(column, values));
  }
}
