// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.util.Locale;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/**
 * One plain line per round, but at most about a hundred in all. Scores are the latest there are.
 */
final class ProgressLines implements Progress {

  private final String task;
  private final ShareDone done;
  private final PrintWriter out;
  private long nextPercent;
  private String scores = "";

  ProgressLines(String task, ShareDone done, PrintWriter out) {
    this.task = task;
    this.done = done;
    this.out = out;
  }

  @Override
  public synchronized Wish afterRound(RoundRecord round, TrainingProgress progress) {
    done.add(round, progress);
    if (!round.metrics().isEmpty()) {
      scores = "  " + round.metricLine();
    }
    long percent = (long) Math.floor(100 * done.share() + 1e-6);
    if (percent >= nextPercent) {
      nextPercent = Math.min(100, percent + 1);
      out.println(
          String.format(
              Locale.ROOT,
              "%s %3d%%  iteration %d/%d  %s%s  %.0f images/s  ETA %s",
              task,
              percent,
              progress.iteration(),
              progress.maxIterations(),
              round.lossLine(),
              scores,
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
