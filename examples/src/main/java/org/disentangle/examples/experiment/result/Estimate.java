// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A measure of a row over its runs.
 *
 * @param runs how many have a value
 * @param mean null if none has
 * @param standardError of the mean: standard deviation of the runs / sqrt(runs); null for one run
 * @param values of the runs
 */
public record Estimate(
    int runs,
    Double mean,
    @JsonProperty("standard_error") Double standardError,
    List<Double> values) {

  /** Of the runs whose value is not NaN. */
  static Estimate of(double[] all) {
    double[] values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
    int runs = values.length;
    return new Estimate(
        runs,
        runs == 0 ? null : StatUtils.mean(values),
        runs < 2 ? null : Math.sqrt(StatUtils.variance(values) / runs),
        Arrays.stream(values).boxed().toList());
  }

  /** Mean and error with as many digits as tell something, such as {@code 0.812 +-0.013}. */
  @Override
  public String toString() {
    if (mean == null) {
      return "-";
    }
    int digits = Math.abs(mean) >= 1000 ? 0 : Math.abs(mean) >= 10 ? 1 : 3;
    String text = String.format(Locale.ROOT, "%." + digits + "f", mean);
    return standardError == null
        ? text
        : text + String.format(Locale.ROOT, " +-%." + digits + "f", standardError);
  }
}
