// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.Map;
import org.disentangle.error.InvalidInputException;

/**
 * Values of the metrics of one group.
 *
 * @param values value of each metric by its name
 * @param matrices matrices they were made from, [code][factor], by a name that a file may have
 */
public record Scores(Map<String, Double> values, Map<String, double[][]> matrices) {

  /**
   * @throws IllegalArgumentException if a value is NaN, so that none is taken for a score
   */
  public Scores {
    values.forEach(
        (name, value) -> {
          if (Double.isNaN(value)) {
            throw InvalidInputException.of(
                name,
                "no number",
                "codes that double precision can compute with",
                "Scale the codes: some are beyond 1e75 or vary by less than 1e-150.");
          }
        });
  }

  static Scores of(Map<String, Double> values) {
    return new Scores(values, Map.of());
  }

  static Scores of(String name, double value) {
    return of(Map.of(name, value));
  }
}
