// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.util.List;
import java.util.Map;

/**
 * What came of a run; it is written last, so that a run that has one is finished.
 *
 * @param variant name of the row
 * @param measures by name; null where one is not defined
 * @param curves points by name
 * @param stopped why there is no model; null if there is one
 * @param iterations of every worker
 * @param trainingSeconds of all rounds
 * @param measuringSeconds of all measures
 * @param parallelism how many runs went on at the same time
 * @param command what trains the same model by itself
 */
public record TrialScore(
    String variant,
    long seed,
    Map<String, Double> measures,
    Map<String, List<CurvePoint>> curves,
    String stopped,
    long iterations,
    double trainingSeconds,
    double measuringSeconds,
    int parallelism,
    String command) {

  public TrialScore {
    curves = curves == null ? Map.of() : curves;
  }

  /** The value of a measure; NaN if it is not defined or the training stopped. */
  public double value(String measure) {
    Double value = measures.get(measure);
    return value == null ? Double.NaN : value;
  }
}
