// SPDX-License-Identifier: Apache-2.0
package org.disentangle.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The key to the colours of a heat map: round numbers on a scale, as texts.
 *
 * @param scale the colours
 * @param ticks the numbers, increasing
 * @param texts the numbers as texts
 */
record ColourBar(ColourScale scale, List<Double> ticks, List<String> texts) {

  private static final int MOST_STEPS = 5;

  static ColourBar of(ColourScale scale) {
    double step = step((scale.high() - scale.low()) / MOST_STEPS);
    NumberText text =
        NumberText.ofSteps(step, Math.max(Math.abs(scale.low()), Math.abs(scale.high())));
    double slack = step * 1e-9;
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil((scale.low() - slack) / step);
        i * step <= scale.high() + slack;
        i++) {
      ticks.add(i * step);
    }
    return new ColourBar(scale, ticks, ticks.stream().map(text::of).toList());
  }

  /** Where a value is on the bar: 0 at its foot, 1 at its head. */
  double place(double value) {
    return (value - scale.low()) / (scale.high() - scale.low());
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is not below {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= least * (1 - 1e-9)) {
        return times * power;
      }
    }
    return 10 * power;
  }
}
