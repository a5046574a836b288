// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import org.disentangle.metric.predictability.SapContinuous;
import org.disentangle.metric.predictability.SapDiscrete;
import org.disentangle.metric.predictability.SapMixed;

/** The separated attribute predictability scores. */
public final class SapMetrics {

  private SapMetrics() {}

  /**
   * @param discreteFactors the factors that are classes, for "sap_mixed_infogancr"
   */
  public static List<MetricGroup> groups(List<Integer> discreteFactors) {
    int[] discrete = discreteFactors.stream().mapToInt(Integer::intValue).toArray();
    return List.of(
        MetricGroup.ofFactors(
            input -> Scores.of("sap_continuous", SapContinuous.score(input.table()).score()),
            Metric.larger("sap_continuous", "gap of squared correlations of the two best codes")),
        MetricGroup.ofClasses(
                input -> Scores.of("sap_discrete", SapDiscrete.score(input.supervised()).score()),
                Metric.larger(
                    "sap_discrete", "gap of classification accuracy of the two best codes"))
            .onTestRows(),
        MetricGroup.ofFactors(
            input ->
                Scores.of("sap_mixed_infogancr", SapMixed.score(input.train(), discrete).score()),
            Metric.larger("sap_mixed_infogancr", "either of the two, as the factor is")));
  }
}
