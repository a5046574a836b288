// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import org.disentangle.metric.predictability.Explicitness;
import org.disentangle.metric.predictability.ExplicitnessOneVsRest;

/** Explicitness with either kind of logistic regression. */
public final class ExplicitnessMetrics {

  private ExplicitnessMetrics() {}

  public static List<MetricGroup> groups() {
    return List.of(
        MetricGroup.ofClasses(
                input ->
                    scores(
                        "explicitness", Explicitness.score(input.supervised(), input.learners())),
                Metric.larger("explicitness", "how well multinomial regression tells values apart"),
                Metric.larger("explicitness.train", "the same on the rows it was fitted to"))
            .onTestRows(),
        MetricGroup.ofClasses(
                input ->
                    scores("explicitness_ovr", ExplicitnessOneVsRest.score(input.supervised())),
                Metric.larger("explicitness_ovr", "how well one regression a value tells it apart"),
                Metric.larger("explicitness_ovr.train", "the same on the rows it was fitted to"))
            .onTestRows());
  }

  private static Scores scores(String name, Explicitness.Result result) {
    return Scores.of(Map.of(name, result.test(), name + ".train", result.train()));
  }
}
