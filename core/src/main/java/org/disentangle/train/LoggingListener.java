// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One log line per round, at level info. */
public final class LoggingListener implements TrainingListener {

  private static final Logger LOG = LoggerFactory.getLogger(LoggingListener.class);

  @Override
  public Wish afterRound(RoundRecord round, TrainingProgress progress) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          String.format(
              Locale.ROOT,
              "round %d, iteration %d/%d, %s%s, %.1f images/s, %.1f%% averaging, %.0f s to go",
              round.round(),
              progress.iteration(),
              progress.maxIterations(),
              round.lossLine(),
              round.metrics().isEmpty() ? "" : ", " + round.metricLine(),
              round.imagesPerSecond(),
              100 * round.averagingShare(),
              progress.etaSeconds()));
    }
    return Wish.CONTINUE;
  }
}
