// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.List;

/**
 * How far a run is.
 *
 * @param iteration iterations completed
 * @param maxIterations iterations of the whole run
 * @param etaSeconds expected remaining wall time at the speed of the latest rounds
 */
public record TrainingProgress(long iteration, long maxIterations, double etaSeconds) {

  private static final int LATEST_ROUNDS = 5;

  public static TrainingProgress after(List<RoundRecord> rounds, long maxIterations) {
    int from = Math.max(0, rounds.size() - LATEST_ROUNDS);
    long iteration = rounds.get(rounds.size() - 1).iteration();
    long before = from == 0 ? 0 : rounds.get(from - 1).iteration();
    double seconds =
        rounds.subList(from, rounds.size()).stream().mapToDouble(RoundRecord::seconds).sum();
    double eta = seconds / (iteration - before) * (maxIterations - iteration);
    return new TrainingProgress(iteration, maxIterations, eta);
  }
}
