// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** How far the writing of rows is: a plain line whenever a whole percent more is done. */
public final class RowProgress {

  private final String task;
  private final PrintWriter out;
  private final long started = System.nanoTime();
  private long before = -1;
  private long lastPercent = -1;

  /**
   * @param task what every line begins with
   */
  public RowProgress(String task, PrintWriter out) {
    this.task = task;
    this.out = out;
  }

  /**
   * Reports rows in place; those of the first call were there before.
   *
   * @param count rows in the end
   */
  public synchronized void done(long rows, long count) {
    if (before < 0) {
      before = rows;
    }
    long percent = 100 * rows / count;
    if (percent == lastPercent) {
      return;
    }
    lastPercent = percent;
    double speed = (rows - before) / ((System.nanoTime() - started) / 1e9);
    Duration left = Duration.ofSeconds(speed > 0 ? Math.round((count - rows) / speed) : 0);
    out.println(
        String.format(
            Locale.ROOT,
            "%s %3d%%  %d/%d images  %.0f images/s  ETA %s",
            task,
            percent,
            rows,
            count,
            speed,
            speed > 0 ? ShareDone.clock(left) : "-"));
    out.flush();
  }
}
