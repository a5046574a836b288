// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.disentangle.train.RoundRecord;

/**
 * Watches for a loss that stays below the bound its procedure gives: one network has then won, and
 * the others learn nothing any more.
 */
final class CollapseWatch {

  private final Map<String, Double> bounds;
  private final long patience;

  /** Iteration at which a loss went below its bound, for those that have stayed there. */
  private final Map<String, Long> since = new LinkedHashMap<>();

  /**
   * @param bounds by loss name
   * @param patience iterations below a bound that are taken for a collapse; 0 never to watch
   */
  CollapseWatch(Map<String, Double> bounds, long patience) {
    this.bounds = patience == 0 ? Map.of() : bounds;
    this.patience = patience;
  }

  /**
   * Takes note of a round.
   *
   * @param start iteration at which it began
   * @return what is wrong, in words, if a loss has been below its bound for too long
   */
  Optional<String> after(long start, RoundRecord round) {
    Optional<String> collapse = Optional.empty();
    for (Map.Entry<String, Double> bound : bounds.entrySet()) {
      String name = bound.getKey();
      Double loss = round.losses().get(name);
      if (loss == null || loss >= bound.getValue()) {
        since.remove(name);
      } else if (round.iteration() - since.computeIfAbsent(name, first -> start) >= patience) {
        collapse =
            Optional.of(
                String.format(
                    Locale.ROOT,
                    "loss %s has stayed below %s since iteration %d",
                    name,
                    bound.getValue(),
                    since.get(name)));
      }
    }
    return collapse;
  }

  /** Whether a loss is below its bound now, so that the state may not be worth keeping. */
  boolean isSuspicious() {
    return !since.isEmpty();
  }
}
