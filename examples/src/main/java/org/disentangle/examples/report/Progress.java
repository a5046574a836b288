// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.util.List;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingProgress;

/** How far training is, shown while it runs; to be closed after it. */
public sealed interface Progress extends TrainingListener, AutoCloseable
    permits ProgressBarLine, ProgressLines {

  /** System property: {@code bar}, {@code lines}, or unset for a bar where there is a terminal. */
  String STYLE = "disentangle.progress";

  /**
   * A live bar on a terminal, plain lines elsewhere.
   *
   * @param task what is shown before the bar or on every line
   * @param runs how many equally long runs will report, one after the other or together
   * @param out where plain lines go; a bar goes to the terminal
   */
  static Progress of(String task, int runs, PrintWriter out) {
    return of(task, List.of(""), TotalDone.of(runs), out);
  }

  /**
   * The same of several systems; each is listened to by {@link #ofSystem}.
   *
   * @param names of the systems, shown with their iterations
   * @param iterations of a run of each
   * @param runs of each
   */
  static Progress of(
      String task, List<String> names, List<Long> iterations, int runs, PrintWriter out) {
    List<ShareDone> systems =
        iterations.stream().map(length -> new ShareDone(runs, length)).toList();
    return of(
        task,
        names.stream().map(name -> names.size() == 1 ? "" : name + " ").toList(),
        new TotalDone(systems),
        out);
  }

  private static Progress of(String task, List<String> names, TotalDone done, PrintWriter out) {
    String style = System.getProperty(STYLE, System.console() == null ? "lines" : "bar");
    return style.equals("bar")
        ? new ProgressBarLine(task, names, done)
        : new ProgressLines(task, names, done, out);
  }

  /** Hears of the runs of one of the systems, by its number. */
  default TrainingListener ofSystem(int system) {
    return (round, progress) -> afterRound(system, round, progress);
  }

  /** After a round of a run of a system. */
  Wish afterRound(int system, RoundRecord round, TrainingProgress progress);

  @Override
  default Wish afterRound(RoundRecord round, TrainingProgress progress) {
    return afterRound(0, round, progress);
  }

  @Override
  void close();
}
