// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * One figure of two builds.
 *
 * @param name of the figure
 * @param here its value in this build, by pair
 * @param there its value in the other build, by pair
 * @param ratio median of the pairs' ratios, this build's value divided by the other's
 * @param least the smallest of these ratios
 * @param most the largest of these ratios
 */
public record ComparedFigure(
    String name, List<Double> here, List<Double> there, double ratio, double least, double most) {

  static ComparedFigure of(String name, List<Double> here, List<Double> there) {
    double[] ratios =
        IntStream.range(0, here.size()).mapToDouble(i -> here.get(i) / there.get(i)).toArray();
    return new ComparedFigure(
        name, here, there, median(ratios), StatUtils.min(ratios), StatUtils.max(ratios));
  }

  /** Of this build's values. */
  public double medianHere() {
    return median(here.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Of the other build's values. */
  public double medianThere() {
    return median(there.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static double median(double[] values) {
    return StatUtils.percentile(values, 50);
  }
}
