// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.util.List;

/**
 * What came of an experiment.
 *
 * @param runs all of them, in their order
 * @param selections what selections among their models picked
 */
public record ExperimentOutcome(List<TrialScore> runs, List<SelectionScore> selections) {

  public ExperimentOutcome {
    runs = List.copyOf(runs);
    selections = List.copyOf(selections);
  }
}
