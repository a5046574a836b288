package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.util.Locale;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingProgress;

/** One plain line a round, but at most about a hundred in all. */
final class ProgressLines implements Progress {

  private static final double STEP = 0.01;

  private final String task;
  private final ShareDone done;
  private final PrintWriter out;
  private double nextLine;

  ProgressLines(String task, ShareDone done, PrintWriter out) {
    this.task = task;
    this.done = done;
    this.out = out;
  }

  @Override
  public synchronized Wish afterRound(RoundRecord round, TrainingProgress progress) {
    done.add(round, progress);
    if (done.share() >= nextLine) {
      nextLine = Math.min(1, (Math.floor(done.share() / STEP) + 1) * STEP);
      out.println(
          String.format(
              Locale.ROOT,
              "%s %3.0f%%  iteration %d/%d  %s  %.0f images/s  ETA %s",
              task,
              100 * done.share(),
              progress.iteration(),
              progress.maxIterations(),
              round.lossLine(),
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
