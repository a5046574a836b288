// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** How far the writing of rows is: a plain line whenever a whole percent more is done. */
public final class RowProgress {

  private final String task;
  private final PrintWriter out;
  private final LongSupplier nanos;
  private final RecentPace pace = new RecentPace();
  private long then;
  private long before = -1;
  private long lastPercent = -1;

  /**
   * @param task what every line begins with
   */
  public RowProgress(String task, PrintWriter out) {
    this(task, out, System::nanoTime);
  }

  RowProgress(String task, PrintWriter out, LongSupplier nanos) {
    this.task = task;
    this.out = out;
    this.nanos = nanos;
    then = nanos.getAsLong();
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
    long now = nanos.getAsLong();
    pace.add(rows - before, (now - then) / 1e9);
    before = rows;
    then = now;
    double seconds = pace.secondsPerUnit();
    Duration left = Duration.ofSeconds(Math.round((count - rows) * seconds));
    out.println(
        String.format(
            Locale.ROOT,
            "%s %3d%%  %d/%d images  %.0f images/s  ETA %s",
            task,
            percent,
            rows,
            count,
            seconds > 0 ? 1 / seconds : 0,
            seconds > 0 ? ShareDone.clock(left) : "-"));
    out.flush();
  }
}
