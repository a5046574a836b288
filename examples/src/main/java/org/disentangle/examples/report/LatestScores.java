// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.Arrays;
import org.disentangle.train.RoundRecord;

/** The last scores of the newest run of each system, as a line of progress shows them. */
final class LatestScores {

  private final String[] lines;

  LatestScores(int systems) {
    lines = new String[systems];
    Arrays.fill(lines, "");
  }

  /** The scores after a round of a run of a system; empty before its first. */
  String after(int system, RoundRecord round) {
    if (round.round() == 1 || !round.metrics().isEmpty()) {
      lines[system] = round.metricLine();
    }
    return lines[system];
  }
}
