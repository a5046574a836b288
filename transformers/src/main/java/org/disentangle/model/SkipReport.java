// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.lang.ref.WeakReference;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs on the driver how many images were left out, at the end of the job that met them; jobs that
 * meet the same ones again say nothing. It holds the count weakly and ends with it.
 */
final class SkipReport extends SparkListener {

  private static final Logger LOG = LoggerFactory.getLogger(SkipReport.class);

  private final String stage;
  private final SparkContext context;
  private final WeakReference<SkippedImages> skipped;
  private long reported;

  private SkipReport(String stage, SparkContext context, SkippedImages skipped) {
    this.stage = stage;
    this.context = context;
    this.skipped = new WeakReference<>(skipped);
  }

  /** A count that tasks can add to, and that is reported until nothing uses it any more. */
  static SkippedImages start(String stage, SparkContext context) {
    SkippedImages skipped = new SkippedImages();
    context.register(skipped, stage + " images left out");
    context.addSparkListener(new SkipReport(stage, context, skipped));
    return skipped;
  }

  @Override
  public void onJobEnd(SparkListenerJobEnd end) {
    SkippedImages now = skipped.get();
    if (now == null) {
      context.removeSparkListener(this);
    } else if (now.value() > reported) {
      reported = now.value();
      String images = reported == 1 ? "image" : "images";
      String first = now.first().lines().findFirst().orElse("");
      LOG.warn("{}: left out {} {}; the first: {}", stage, reported, images, first);
    }
  }
}
