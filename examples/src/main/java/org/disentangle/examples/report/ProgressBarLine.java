// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/**
 * A live line on a terminal: a bar, the time that is left, speed, the latest scores, and losses.
 */
final class ProgressBarLine implements Progress {

  private static final int REFRESH_MILLIS = 500;

  private final List<String> names;
  private final TotalDone done;
  private final ProgressBar bar;
  private final LatestScores scores;

  /**
   * @param names what stands before the losses of each system
   */
  ProgressBarLine(String task, List<String> names, TotalDone done) {
    this.names = names;
    this.done = done;
    scores = new LatestScores(names.size());
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" iterations", 1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .hideEta()
            .setConsumer(new ConsoleProgressBarConsumer(System.err)) // ends as that stream does
            .build();
  }

  @Override
  public synchronized Wish afterRound(int system, RoundRecord round, TrainingProgress progress) {
    done.add(system, round, progress);
    String latest = scores.after(system, round);
    bar.maxHint(done.totalIterations());
    bar.stepTo(Math.round(done.share() * done.totalIterations()));
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " ETA %s %.0f images/s %s%s%s",
            ShareDone.clock(done.eta()),
            round.imagesPerSecond(),
            names.get(system),
            latest.isEmpty() ? "" : latest + " ",
            round.lossLine()));
    return Wish.CONTINUE;
  }

  @Override
  public void close() {
    bar.close();
  }
}
