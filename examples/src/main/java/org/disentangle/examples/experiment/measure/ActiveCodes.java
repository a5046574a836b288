// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/** How many codes differ between images. */
public final class ActiveCodes implements Measure {

  /** Standard deviation below which a code carries nothing, as in the FactorVAE metric. */
  private static final double ACTIVE = 0.05;

  @Override
  public String name() {
    return "active_codes";
  }

  @Override
  public String meaning() {
    return "codes with a standard deviation of at least 0.05 over the images";
  }

  @Override
  public double of(MeasuredModel model) {
    double[][] codes = model.codes();
    return IntStream.range(0, codes[0].length)
        .filter(
            code -> {
              double[] column = Arrays.stream(codes).mapToDouble(row -> row[code]).toArray();
              return Math.sqrt(StatUtils.variance(column)) >= ACTIVE;
            })
        .count();
  }
}
