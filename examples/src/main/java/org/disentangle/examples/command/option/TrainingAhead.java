// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.disentangle.error.Counted;
import org.disentangle.estimator.RoundedInterval;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingProgress;

/**
 * What a command is about to train, said before it begins: a preset may take a day.
 *
 * @param estimators with their Params, in the order in which they are trained
 * @param runs how many there will be of each
 * @param notes lines that are said with it
 */
public record TrainingAhead(
    List<? extends TrainsInRounds<?>> estimators, int runs, List<String> notes) {

  /** Of one system. */
  public TrainingAhead(TrainsInRounds<?> estimator, int runs) {
    this(List.of(estimator), runs, List.of());
  }

  /** Says it once, when the data of the first run has been accepted. */
  public void announce(PrintWriter out) {
    List<String> lines = new ArrayList<>(List.of(toString()));
    lines.addAll(rounded());
    Announcement announcement =
        new Announcement(String.join(System.lineSeparator(), lines), out, new AtomicBoolean());
    estimators.forEach(estimator -> estimator.addListener(announcement));
  }

  /** A line for one system; for several one per system, the notes, and a last line. */
  @Override
  public String toString() {
    TrainsInRounds<?> estimator = estimators.get(0);
    long first = Math.min(estimator.getAveragingFrequency(), estimator.getMaxIter());
    String shown = "how long it will take is shown after " + first;
    if (estimators.size() == 1) {
      boolean inTime = runs > 1 || first < estimator.getMaxIter();
      return runsOf(estimator) + (inTime ? "; " + shown + " of them" : "");
    }
    List<String> lines = new ArrayList<>();
    for (TrainsInRounds<?> each : estimators) {
      lines.add(new Algorithm(each.getClass()) + ": " + runsOf(each));
    }
    lines.addAll(notes);
    lines.add(shown + " iterations");
    return String.join(System.lineSeparator(), lines);
  }

  /** What becomes of intervals that are no whole number of rounds, each said once. */
  private List<String> rounded() {
    return estimators.stream().flatMap(TrainingAhead::rounded).distinct().toList();
  }

  private static Stream<String> rounded(TrainsInRounds<?> estimator) {
    List<RoundedInterval> intervals = new ArrayList<>();
    if (estimator.isWatched() && estimator.isSet(estimator.evaluationInterval())) {
      intervals.add(rounded("--every", estimator.getEvaluationInterval(), estimator));
    }
    if (!estimator.getCheckpointDir().isEmpty()
        && estimator.isSet(estimator.checkpointInterval())) {
      intervals.add(rounded("--checkpoint-interval", estimator.getCheckpointInterval(), estimator));
    }
    return intervals.stream().flatMap(interval -> interval.said().stream());
  }

  private static RoundedInterval rounded(
      String option, int iterations, TrainsInRounds<?> estimator) {
    return new RoundedInterval(
        option,
        iterations,
        "--averaging-frequency",
        estimator.getAveragingFrequency(),
        estimator.getMaxIter());
  }

  private String runsOf(TrainsInRounds<?> estimator) {
    return String.format(
        Locale.ROOT,
        "%s of %s with %s",
        Counted.of(runs, "training run"),
        Counted.of(estimator.getMaxIter(), "iteration"),
        Counted.of(estimator.getNumWorkers(), "worker"));
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
