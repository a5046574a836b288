// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;

/**
 * What a suite found.
 *
 * @param scores one for every metric that was wanted
 * @param matrices matrices that scores were made from, [code][factor], by name
 */
public record SuiteScores(List<Score> scores, Map<String, double[][]> matrices) {

  /**
   * The value of one metric.
   *
   * @param metric the metric
   * @param value its value; NaN if it is not defined
   * @param refusal why it is not defined; empty if it is
   */
  public record Score(Metric metric, double value, Optional<InvalidInputException> refusal) {

    public boolean isDefined() {
      return refusal.isEmpty();
    }

    /** Why it is not defined, in words; empty if it is. */
    public String undefined() {
      return refusal.map(InvalidInputException::getMessage).orElse("");
    }
  }

  /**
   * The value of a metric.
   *
   * @throws IllegalArgumentException if it is not among these
   */
  public double value(String name) {
    return scores.stream()
        .filter(score -> score.metric().name().equals(name))
        .mapToDouble(Score::value)
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "metric",
                    "'" + name + "'",
                    "one of " + scores.stream().map(score -> score.metric().name()).toList()));
  }
}
