package org.disentangle.metric.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Features by column, and the rows in increasing order of each.
 *
 * @param columns values, [feature][row]
 * @param order rows, [feature][place]
 */
record SortedFeatures(double[][] columns, int[][] order) {

  static SortedFeatures of(double[][] features) {
    int width = features[0].length;
    double[][] columns = new double[width][features.length];
    int[][] order = new int[width][];
    IntStream.range(0, width)
        .parallel()
        .forEach(
            feature -> {
              double[] column = columns[feature];
              Arrays.setAll(column, row -> features[row][feature]);
              order[feature] =
                  IntStream.range(0, column.length)
                      .boxed()
                      .sorted(Comparator.comparingDouble(row -> column[row]))
                      .mapToInt(Integer::intValue)
                      .toArray();
            });
    return new SortedFeatures(columns, order);
  }

  /** The order of the rows that a sample holds, [feature][place], as a copy. */
  int[][] orderOf(int[] copies) {
    int[][] chosen = new int[order.length][];
    Arrays.setAll(
        chosen, feature -> Arrays.stream(order[feature]).filter(row -> copies[row] > 0).toArray());
    return chosen;
  }
}
