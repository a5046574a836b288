// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.disentangle.error.InvalidInputException;

/**
 * What a round costs beside its steps, as a straight line: {@code fixed(W) = job + worker * W}.
 *
 * @param jobSeconds of every round: broadcast of the state, the job, its description
 * @param workerSeconds that one more worker adds: its task, its state on its way and in the mean
 */
public record FixedCost(double jobSeconds, double workerSeconds) {

  /**
   * The line through measured points, by least squares.
   *
   * @param measured seconds by number of workers, two or more
   */
  public static FixedCost fit(Map<Integer, Double> measured) {
    if (measured.size() < 2) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "measured: found %d numbers of workers; expected 2 or more",
              measured.size()));
    }
    SimpleRegression line = new SimpleRegression();
    measured.forEach(line::addData);
    return new FixedCost(line.getIntercept(), line.getSlope());
  }

  public double seconds(int workers) {
    return jobSeconds + workerSeconds * workers;
  }

  /** How far the line is from what was measured, relative to that; negative if it is below. */
  public double relativeError(int workers, double measured) {
    return (seconds(workers) - measured) / Math.abs(measured);
  }
}
