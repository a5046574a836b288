// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.util.Locale;
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

  private final ShareDone done;
  private final ProgressBar bar;
  private String scores = "";

  ProgressBarLine(String task, ShareDone done) {
    this.done = done;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setUnit(" iterations", 1)
            .setUpdateIntervalMillis(REFRESH_MILLIS)
            .setStyle(ProgressBarStyle.ASCII)
            .hideEta()
            .build();
  }

  @Override
  public synchronized Wish afterRound(RoundRecord round, TrainingProgress progress) {
    done.add(round, progress);
    if (!round.metrics().isEmpty()) {
      scores = round.metricLine() + " ";
    }
    bar.maxHint(done.totalIterations());
    bar.stepTo(Math.round(done.share() * done.totalIterations()));
    bar.setExtraMessage(
        String.format(
            Locale.ROOT,
            " ETA %s %.0f images/s %s%s",
            ShareDone.clock(done.eta()),
            round.imagesPerSecond(),
            scores,
            round.lossLine()));
    return Wish.CONTINUE;
  }

  @Override
  public void close() {
    bar.close();
  }
}
