// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Iterations between two happenings of a training, which happen at the ends of rounds alone.
 *
 * @param name what sets the interval: a Param, or an option of a command
 * @param iterations as they were set, at least 1
 * @param roundName what sets the length of a round, likewise
 * @param round iterations of a round, at least 1
 * @param maxIter iterations of the training
 */
public record RoundedInterval(
    String name, int iterations, String roundName, int round, long maxIter) {

  private static final Logger LOG = LoggerFactory.getLogger(RoundedInterval.class);

  /** A sentence on what becomes of the interval; empty if it is kept as it is. */
  public Optional<String> said() {
    if (iterations < round) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s %d becomes %d, a whole number of rounds of %s %d.%s",
              name,
              iterations,
              round,
              roundName,
              round,
              round < maxIter ? "" : onceAlone()));
    }
    if (iterations % round != 0 && iterations < maxIter) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "%s %d is no whole number of rounds of %s %d: each time it is reached, the end of the"
                  + " round is awaited (iteration %d for the first).",
              name,
              iterations,
              roundName,
              round,
              (iterations / round + 1L) * round));
    }
    return Optional.empty();
  }

  /** Advice where the training has a single round. */
  private String onceAlone() {
    return String.format(
        Locale.ROOT,
        " So it happens at the end alone; %s %d allows it every %d iterations.",
        roundName,
        iterations,
        iterations);
  }

  /** Logs the sentence, if there is one. */
  void log() {
    said().ifPresent(LOG::warn);
  }
}
