// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.train.History;

/** What losses below 0 mean, for readers who take a loss for something that cannot be. */
final class BelowZero {

  private static final String ESTIMATED = "(divergence|KL|totalCorrelation)(_\\d+)?";
  private static final String BOUND = "MI_.*";

  private BelowZero() {}

  /** A sentence per kind of loss that fell below 0; none if none did. */
  static List<String> notes(History history) {
    List<String> below =
        history.lossNames().stream()
            .filter(
                name ->
                    history.rounds().stream()
                        .anyMatch(round -> round.losses().getOrDefault(name, 0.0) < 0))
            .toList();
    List<String> notes = new ArrayList<>();
    List<String> estimated = below.stream().filter(name -> name.matches(ESTIMATED)).toList();
    if (!estimated.isEmpty()) {
      notes.add(
          String.join(", ", estimated)
              + " below 0: what is estimated is at least 0, but its estimates from mini-batches"
              + " scatter, to both sides of 0 where it is small.");
    }
    List<String> bounds = below.stream().filter(name -> name.matches(BOUND)).toList();
    if (!bounds.isEmpty()) {
      notes.add(
          String.join(", ", bounds)
              + " below 0: a lower bound of mutual information that is below 0 says no more than that"
              + " the information is at least 0.");
    }
    List<String> others =
        below.stream().filter(name -> !name.matches(ESTIMATED) && !name.matches(BOUND)).toList();
    if (!others.isEmpty()) {
      notes.add(
          String.join(", ", others)
              + " below 0: logarithms of densities, or differences of scores, which may have any"
              + " sign.");
    }
    return notes;
  }
}
