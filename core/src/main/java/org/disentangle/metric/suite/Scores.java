package org.disentangle.metric.suite;

import java.util.Map;

/**
 * Values of the metrics of one group.
 *
 * @param values value of each metric by its name
 * @param matrices matrices they were made from, [code][factor], by a name that a file may have
 */
public record Scores(Map<String, Double> values, Map<String, double[][]> matrices) {

  static Scores of(Map<String, Double> values) {
    return new Scores(values, Map.of());
  }

  static Scores of(String name, double value) {
    return of(Map.of(name, value));
  }
}
