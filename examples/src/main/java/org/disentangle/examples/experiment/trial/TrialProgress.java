// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.trial;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.disentangle.train.TrainingListener;

/** How far an experiment is: a line for every tenth of a run, and one for every finished run. */
public final class TrialProgress {

  private static final int PARTS = 10;
  private static final int MEASURES_SHOWN = 4;

  private final PrintWriter out;
  private final int trials;
  private final AtomicInteger done;

  /**
   * @param trials how many runs there are
   * @param finished how many of them were finished before
   */
  public TrialProgress(PrintWriter out, int trials, int finished) {
    this.out = out;
    this.trials = trials;
    this.done = new AtomicInteger(finished);
  }

  /** A listener of one run. */
  TrainingListener of(Trial trial) {
    AtomicLong shown = new AtomicLong();
    return (round, progress) -> {
      long part = PARTS * round.iteration() / progress.maxIterations();
      if (part > shown.getAndSet(part) && part < PARTS) {
        say(
            String.format(
                Locale.ROOT,
                "%s: iteration %d of %d, %.0f images/s, %s",
                trial,
                round.iteration(),
                progress.maxIterations(),
                round.imagesPerSecond(),
                round.lossLine()));
      }
      return TrainingListener.Wish.CONTINUE;
    };
  }

  /** Says what came of a run. */
  void finished(Trial trial, TrialScore score) {
    say(
        String.format(
            Locale.ROOT,
            "[%d/%d] %s: %s",
            done.incrementAndGet(),
            trials,
            trial,
            score.stopped() != null ? score.stopped() : text(score)));
  }

  private static String text(TrialScore score) {
    String values =
        score.measures().entrySet().stream()
            .filter(measure -> measure.getValue() != null)
            .limit(MEASURES_SHOWN)
            .map(TrialProgress::text)
            .collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%s (%.0f s of training, %.0f s of measuring)",
        values,
        score.trainingSeconds(),
        score.measuringSeconds());
  }

  private static String text(Map.Entry<String, Double> measure) {
    return String.format(Locale.ROOT, "%s %.3f", measure.getKey(), measure.getValue());
  }

  private synchronized void say(String line) {
    out.println(line);
    out.flush();
  }
}
