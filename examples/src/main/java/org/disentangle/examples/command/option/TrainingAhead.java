// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.examples.report.Counted;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingProgress;

/**
 * What a command is about to train, said before it begins: a preset may take a day.
 *
 * @param estimator with its Params
 * @param runs how many there will be
 */
public record TrainingAhead(TrainsInRounds<?> estimator, int runs) {

  /** Says it once, when the data of the first run has been accepted. */
  public void announce(PrintWriter out) {
    estimator.addListener(new Announcement(toString(), out, new AtomicBoolean()));
  }

  @Override
  public String toString() {
    long first = Math.min(estimator.getAveragingFrequency(), estimator.getMaxIter());
    return String.format(
        Locale.ROOT,
        "%s of %s with %s; how long it will take is shown after %d of them",
        Counted.of(runs, "training run"),
        Counted.of(estimator.getMaxIter(), "iteration"),
        Counted.of(estimator.getNumWorkers(), "worker"),
        first);
  }

  private record Announcement(String text, PrintWriter out, AtomicBoolean made)
      implements TrainingListener {

    @Override
    public void beforeRounds() {
      if (!made.getAndSet(true)) {
        out.println(text);
        out.flush();
      }
    }

    @Override
    public Wish afterRound(RoundRecord round, TrainingProgress progress) {
      return Wish.CONTINUE;
    }
  }
}
