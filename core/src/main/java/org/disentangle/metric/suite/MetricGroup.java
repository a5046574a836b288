// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.function.Function;

/**
 * Metrics that are computed together.
 *
 * @param needsFactors whether ground-truth factors are needed
 * @param scoresTestRows whether one of them is what a fitted model makes of the rows of {@link
 *     MetricInput#test()}
 * @param metrics the metrics, in the order they are reported
 * @param computation their values; refuses what it cannot score with an {@link
 *     IllegalArgumentException}
 */
public record MetricGroup(
    boolean needsFactors,
    boolean scoresTestRows,
    List<Metric> metrics,
    Function<MetricInput, Scores> computation) {

  /** Metrics that take the values of factors for numbers. */
  static MetricGroup ofFactors(Function<MetricInput, Scores> computation, Metric... metrics) {
    return new MetricGroup(true, false, List.of(metrics), computation);
  }

  /** Metrics that take the values of every factor for classes. */
  static MetricGroup ofClasses(Function<MetricInput, Scores> computation, Metric... metrics) {
    return ofFactors(
        input -> {
          input.requireClasses();
          return computation.apply(input);
        },
        metrics);
  }

  static MetricGroup ofCodes(Function<MetricInput, Scores> computation, Metric... metrics) {
    return new MetricGroup(false, false, List.of(metrics), computation);
  }

  /** The same, where one of them is what a fitted model makes of the test rows. */
  MetricGroup onTestRows() {
    return new MetricGroup(needsFactors, true, metrics, computation);
  }

  /** The metric of a name, if it is one of these. */
  boolean has(String name) {
    return metrics.stream().anyMatch(metric -> metric.name().equals(name));
  }
}
