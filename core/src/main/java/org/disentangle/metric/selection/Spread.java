// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.selection;

import java.util.Arrays;
import org.disentangle.metric.CodeScale;

/**
 * How one number varies over rows that are seen piece by piece: what standard deviations are put
 * together from. The sum of pieces in another order may differ in the last bits.
 *
 * @param count rows; at least 1
 * @param squares sum of squared distances from the mean
 */
public record Spread(long count, double mean, double squares, double least, double most) {

  /** Of the rows of one piece. */
  public static Spread of(double[] values) {
    double std = CodeScale.std(values);
    double mean = Arrays.stream(values).average().orElseThrow();
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();
    return new Spread(values.length, mean, std * std * values.length, least, most);
  }

  /** Of the rows of both (Chan, Golub and LeVeque 1979). */
  public Spread plus(Spread other) {
    long both = count + other.count;
    double distance = other.mean - mean;
    return new Spread(
        both,
        mean + distance * other.count / both,
        squares + other.squares + distance * distance * count * other.count / both,
        Math.min(least, other.least),
        Math.max(most, other.most));
  }

  /** All components as numbers, which every serializer of Spark carries. */
  public double[] toArray() {
    return new double[] {count, mean, squares, least, most};
  }

  /** What {@link #toArray} was made from. */
  public static Spread ofArray(double[] numbers) {
    return new Spread((long) numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  /** Standard deviation (divided by the number of rows); exactly 0 if all values are equal. */
  public double std() {
    return least == most ? 0 : Math.sqrt(squares / count);
  }
}
