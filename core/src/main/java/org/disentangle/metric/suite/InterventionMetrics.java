// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import org.disentangle.metric.intervention.Irs;

/** The interventional robustness score. */
public final class InterventionMetrics {

  private InterventionMetrics() {}

  /**
   * @param quantile of the deviations within a group of rows
   */
  public static List<MetricGroup> groups(double quantile) {
    return List.of(
        MetricGroup.ofFactors(
            input -> Scores.of("irs", Irs.score(input.table(), quantile).score()),
            Metric.larger("irs", "interventional robustness of codes")));
  }
}
