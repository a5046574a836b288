// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import org.disentangle.train.TrainingListener;

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
    String style = System.getProperty(STYLE, System.console() == null ? "lines" : "bar");
    ShareDone share = new ShareDone(runs);
    return style.equals("bar")
        ? new ProgressBarLine(task, share)
        : new ProgressLines(task, share, out);
  }

  @Override
  void close();
}
