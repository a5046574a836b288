// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/**
 * One plain line per round, but at most about a hundred in all. Scores are the latest there are.
 */
final class ProgressLines implements Progress {

  private final String task;
  private final List<String> names;
  private final TotalDone done;
  private final PrintWriter out;
  private long nextPercent;

  /** The last scores of the newest run of each system. */
  private final String[] scores;

  /**
   * @param names what stands before the iterations of each system
   */
  ProgressLines(String task, List<String> names, TotalDone done, PrintWriter out) {
    this.task = task;
    this.names = names;
    this.done = done;
    this.out = out;
    scores = new String[names.size()];
  }

  @Override
  public synchronized Wish afterRound(int system, RoundRecord round, TrainingProgress progress) {
    done.add(system, round, progress);
    if (round.round() == 1 || scores[system] == null) {
      scores[system] = "";
    }
    if (!round.metrics().isEmpty()) {
      scores[system] = "  " + round.metricLine();
    }
    long percent = (long) Math.floor(100 * done.share() + 1e-6);
    if (percent >= nextPercent) {
      nextPercent = Math.min(100, percent + 1);
      out.println(
          String.format(
              Locale.ROOT,
              "%s %3d%%  %siteration %d/%d  %s%s  %.0f images/s  ETA %s",
              task,
              percent,
              names.get(system),
              progress.iteration(),
              progress.maxIterations(),
              round.lossLine(),
              scores[system],
              round.imagesPerSecond(),
              ShareDone.clock(done.eta())));
      out.flush();
    }
    return Wish.CONTINUE;
  }

  @Override
  public void close() {
    out.flush();
  }
}
