// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.disentangle.metric.suite.GroupListener;

/** How far the computation of several metrics is: a plain line before each group of them. */
public final class MetricProgress implements GroupListener {

  private final String task;
  private final PrintWriter out;
  private final LongSupplier nanos;
  private long start;

  /**
   * @param task what every line begins with
   */
  public MetricProgress(String task, PrintWriter out) {
    this(task, out, System::nanoTime);
  }

  MetricProgress(String task, PrintWriter out, LongSupplier nanos) {
    this.task = task;
    this.out = out;
    this.nanos = nanos;
  }

  @Override
  public void before(List<String> metrics, int done, int groups) {
    if (groups == 1) {
      return;
    }
    long now = nanos.getAsLong();
    if (done == 0) {
      start = now;
    }
    double seconds = (now - start) / 1e9;
    String left =
        done == 0
            ? "-"
            : ShareDone.clock(Duration.ofSeconds(Math.round(seconds / done * (groups - done))));
    out.println(
        String.format(
            Locale.ROOT,
            "%s %3d%%  %d/%d groups of metrics  ETA %s  now: %s",
            task,
            100 * done / groups,
            done,
            groups,
            left,
            metrics.get(0)));
    out.flush();
  }
}
