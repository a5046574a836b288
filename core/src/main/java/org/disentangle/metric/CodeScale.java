// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * How much each code varies over all rows, and which codes take part in a vote.
 *
 * @param std standard deviation of each code (divided by the number of rows); exactly 0 if constant
 * @param minStd codes with a smaller standard deviation are pruned; constant codes always are
 */
public record CodeScale(double[] std, double minStd) implements Serializable {

  /** The scale of the codes of a table. */
  public static CodeScale of(LabelledCodes table, double minStd) {
    double[] std = new double[table.numCodes()];
    for (int code = 0; code < std.length; code++) {
      double[] column = new double[table.rows()];
      for (int row = 0; row < column.length; row++) {
        column[row] = table.code(row, code);
      }
      std[code] = std(column);
    }
    return new CodeScale(std, minStd);
  }

  /** Whether a code takes part. */
  public boolean active(int code) {
    return std[code] > 0 && std[code] >= minStd;
  }

  /** The codes that take no part, in increasing order. */
  public List<Integer> pruned() {
    return IntStream.range(0, std.length).filter(code -> !active(code)).boxed().toList();
  }

  /**
   * The active code that varies least within a group of rows, in units of its variation over all
   * rows; the first of several equal ones. -1 if no code is active.
   *
   * @param group codes of the rows, [row][code]
   */
  public int steadiest(double[][] group) {
    double[] column = new double[group.length];
    double[] spreads = new double[std.length];
    for (int code = 0; code < std.length; code++) {
      for (int row = 0; row < column.length; row++) {
        column[row] = group[row][code];
      }
      spreads[code] = std(column);
    }
    return steadiest(spreads);
  }

  /**
   * The same of a group whose standard deviations are known.
   *
   * @param spreads standard deviation of each code within the group
   */
  public int steadiest(double[] spreads) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int code = 0; code < std.length; code++) {
      double spread = spreads[code] / std[code];
      if (active(code) && spread < least) {
        least = spread;
        best = code;
      }
    }
    return best;
  }

  /** Standard deviation (divided by the number of values); exactly 0 if all are equal. */
  public static double std(double[] values) {
    return CodeColumns.isConstant(values) ? 0 : Math.sqrt(new Variance(false).evaluate(values));
  }
}
