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
  private final LatestScores scores;

  /**
   * @param names what stands before the iterations of each system
   */
  ProgressLines(String task, List<String> names, TotalDone done, PrintWriter out) {
    this.task = task;
    this.names = names;
    this.done = done;
    this.out = out;
    scores = new LatestScores(names.size());
  }

  @Override
  public synchronized Wish afterRound(int system, RoundRecord round, TrainingProgress progress) {
    done.add(system, round, progress);
    String latest = scores.after(system, round);
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
              latest.isEmpty() ? "" : "  " + latest,
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
