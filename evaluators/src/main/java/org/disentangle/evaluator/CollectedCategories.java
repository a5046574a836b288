// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.HasLabelCol;
import org.disentangle.stage.HasProbabilityCol;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;

/**
 * Probabilities of categories and labels of a DataFrame, checked and on the driver, in an order of
 * their own, so that sums over rows do not depend on the order of the DataFrame.
 *
 * @param probabilities [row][category]
 * @param labels the label of each row
 */
record CollectedCategories(double[][] probabilities, int[] labels) {

  /**
   * Collects the columns that a stage names.
   *
   * @throws org.disentangle.error.InvalidInputException if columns are missing or of another type,
   *     if there are no rows, if values are null or not finite, if a row is no distribution, or if
   *     a label is no whole number from 0 on
   */
  static <S extends HasProbabilityCol<S> & HasLabelCol<S>> CollectedCategories of(
      S stage, Dataset<?> data) {
    new SchemaChecks(stage, data.schema()).input(stage.labelCol(), ColumnType.NUMBER);
    String labelCol = stage.getLabelCol();
    PackedRows rows = CollectedProbabilities.of(stage, data, List.of(labelCol)).rows();
    double[] labels = rows.column(labelCol);
    for (double label : labels) {
      if (label < 0 || label > Integer.MAX_VALUE || label != Math.rint(label)) {
        throw InputErrors.of(stage)
            .column(
                labelCol,
                String.valueOf(label),
                "whole numbers from 0 on",
                "Index labels first (StringIndexer), and remove rows without one.");
      }
    }
    int width = rows.width();
    int[] order =
        IntStream.range(0, labels.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(row -> labels[row])
                    .thenComparing((one, other) -> compare(rows, one, other)))
            .mapToInt(Integer::intValue)
            .toArray();
    return new CollectedCategories(
        Arrays.stream(order)
            .mapToObj(row -> Arrays.copyOfRange(rows.arrays(), row * width, (row + 1) * width))
            .toArray(double[][]::new),
        Arrays.stream(order).map(row -> (int) labels[row]).toArray());
  }

  /**
   * The labels, as categories.
   *
   * @throws org.disentangle.error.InvalidInputException if a value is not a label
   */
  int[] requireCategories(HasLabelCol<?> stage) {
    int numCategories = probabilities[0].length;
    int largest = Arrays.stream(labels).max().getAsInt();
    if (largest >= numCategories) {
      throw InputErrors.of(stage)
          .column(
              stage.getLabelCol(),
              "category " + largest,
              String.format(
                  Locale.ROOT,
                  "whole numbers from 0 to %d, since there are %d probabilities",
                  numCategories - 1,
                  numCategories),
              "Categories count from 0; category_accuracy matches classes of any name.");
    }
    return labels;
  }

  /** Each label once, increasing. */
  List<Integer> differentLabels() {
    return Arrays.stream(labels).distinct().sorted().boxed().toList();
  }

  /** The label of each row as its position in {@link #differentLabels()}. */
  int[] labelPositions() {
    int[] different = Arrays.stream(labels).distinct().sorted().toArray();
    return Arrays.stream(labels).map(label -> Arrays.binarySearch(different, label)).toArray();
  }

  private static int compare(PackedRows rows, int one, int other) {
    int width = rows.width();
    double[] values = rows.arrays();
    return Arrays.compare(
        values, one * width, (one + 1) * width, values, other * width, (other + 1) * width);
  }
}
