// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Map;
import org.disentangle.stage.InputErrors;

/**
 * Params that an experiment sets itself, whatever a table says: each with what says its value
 * instead.
 *
 * @param setBy sentences by the names of the Params
 */
record OwnParams(Map<String, String> setBy) {

  private static final String SEED = "Runs have the seeds of \"seeds\", or of --seeds.";

  /** Of what is trained. */
  static final OwnParams OF_VARIANTS =
      new OwnParams(
          Map.of(
              "seed", SEED,
              "checkpointDir", "Every run keeps its checkpoints in its own folder in --out.",
              "resume", "Every run is continued where it is not finished.",
              "evaluators", "Models are scored by the metrics of \"curves\"."));

  /** Of what is trained and scored on its way. */
  static final OwnParams OF_WATCHED_VARIANTS =
      new OwnParams(
          Map.of("evaluationInterval", "Curves have a point every \"every\" iterations."));

  /** Of what scores. */
  static final OwnParams OF_EVALUATOR =
      new OwnParams(
          Map.of(
              "seed", SEED,
              "metricName", "Metrics are those of \"measures\" and \"curves\".",
              "metrics", "Metrics are those of \"measures\" and \"curves\".",
              "codesCol", "Codes are those of the trained model."));

  /** Of what selects among the trained models. */
  static final OwnParams OF_SELECTIONS =
      new OwnParams(
          Map.of(
              "seed", SEED,
              "numRuns", "Models are those of all runs.",
              "parallelism", "Runs go on at the same time by --parallelism.",
              "subModelDir", "Every run keeps its model in its own folder in --out.",
              "resume", "Every run is continued where it is not finished."));

  /**
   * Refuses them.
   *
   * @param given values by the names of Params
   * @param errors of what gives them
   * @throws org.disentangle.error.InvalidInputException naming the first
   */
  void requireNone(Map<String, String> given, InputErrors errors) {
    for (Map.Entry<String, String> value : given.entrySet()) {
      if (setBy.containsKey(value.getKey())) {
        throw errors.parameter(
            value.getKey(),
            value.getValue(),
            "a Param that an experiment does not set itself",
            setBy.get(value.getKey()));
      }
    }
  }
}
