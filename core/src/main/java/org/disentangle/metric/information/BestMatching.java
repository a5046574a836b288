// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * The one-to-one matching of rows to columns with the largest total weight, by the Hungarian
 * algorithm with shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987): exact, in time
 * {@code min^2 max} of the two sizes. With more rows than columns some rows stay unmatched, and the
 * other way round. Of several best matchings always the same one is found.
 */
public final class BestMatching {

  private final double[][] cost;
  private final int rows;
  private final int columns;

  /** Entry 0 of each of these stands for a row or column that is not there. */
  private final double[] rowPotential;

  private final double[] columnPotential;
  private final int[] rowOfColumn;

  private BestMatching(double[][] cost) {
    this.cost = cost;
    this.rows = cost.length;
    this.columns = cost[0].length;
    this.rowPotential = new double[rows + 1];
    this.columnPotential = new double[columns + 1];
    this.rowOfColumn = new int[columns + 1];
    for (int row = 1; row <= rows; row++) {
      add(row);
    }
  }

  /**
   * The column of each row; -1 for rows without one.
   *
   * @param weights [row][column], finite; at least one row and column, all rows equally long
   * @throws IllegalArgumentException if the matrix is empty, not rectangular or not finite
   */
  public static int[] of(double[][] weights) {
    int width = weights.length == 0 ? 0 : weights[0].length;
    boolean sound =
        width > 0
            && Arrays.stream(weights)
                .allMatch(
                    row -> row.length == width && Arrays.stream(row).allMatch(Double::isFinite));
    if (!sound) {
      throw InvalidInputException.of(
          "weights",
          String.format(
              Locale.ROOT, "%d rows of %d, or a weight that is not finite", weights.length, width),
          "a matrix of finite numbers with at least one row and column");
    }
    boolean turned = weights.length > width;
    double[][] cost = new double[turned ? width : weights.length][turned ? weights.length : width];
    for (int row = 0; row < weights.length; row++) {
      for (int column = 0; column < width; column++) {
        cost[turned ? column : row][turned ? row : column] = -weights[row][column];
      }
    }
    int[] rowOfColumn = new BestMatching(cost).rowOfColumn;
    int[] matched = new int[weights.length];
    Arrays.fill(matched, -1);
    for (int column = 1; column < rowOfColumn.length; column++) {
      if (rowOfColumn[column] > 0) {
        int row = rowOfColumn[column] - 1;
        matched[turned ? column - 1 : row] = turned ? row : column - 1;
      }
    }
    return matched;
  }

  /** Matches one more row, along the cheapest path that moves rows matched before. */
  private void add(int newRow) {
    double[] distance = new double[columns + 1];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int[] previous = new int[columns + 1];
    boolean[] reached = new boolean[columns + 1];
    rowOfColumn[0] = newRow;
    int column = 0;
    do {
      reached[column] = true;
      column = nearest(column, distance, previous, reached);
    } while (rowOfColumn[column] != 0);
    while (column != 0) {
      rowOfColumn[column] = rowOfColumn[previous[column]];
      column = previous[column];
    }
  }

  /** The column nearest to those reached, after the potentials were moved to make it free. */
  private int nearest(int from, double[] distance, int[] previous, boolean[] reached) {
    int row = rowOfColumn[from];
    int nearest = 0;
    double step = Double.POSITIVE_INFINITY;
    for (int column = 1; column <= columns; column++) {
      if (!reached[column]) {
        double reduced = cost[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
        if (reduced < distance[column]) {
          distance[column] = reduced;
          previous[column] = from;
        }
        if (distance[column] < step) {
          step = distance[column];
          nearest = column;
        }
      }
    }
    for (int column = 0; column <= columns; column++) {
      if (reached[column]) {
        rowPotential[rowOfColumn[column]] += step;
        columnPotential[column] -= step;
      } else {
        distance[column] -= step;
      }
    }
    return nearest;
  }
}
