// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.disentangle.examples.experiment.trial.TrialScore;

/**
 * A row of the result.
 *
 * @param variant its name
 * @param runs how many were trained to the end
 * @param stopped why others were not
 * @param measures by name
 */
public record VariantResult(
    String variant, int runs, List<String> stopped, Map<String, Estimate> measures) {

  /** Of the runs of one row. */
  static VariantResult of(String variant, List<TrialScore> scores, List<String> measures) {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    for (String measure : measures) {
      estimates.put(
          measure, Estimate.of(scores.stream().mapToDouble(run -> run.value(measure)).toArray()));
    }
    List<String> stopped =
        scores.stream().map(TrialScore::stopped).filter(Objects::nonNull).toList();
    return new VariantResult(variant, scores.size() - stopped.size(), stopped, estimates);
  }
}
