// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What happened in one round.
 *
 * @param round 1 for the first
 * @param iteration iterations completed by every worker at its end
 * @param losses mean over all workers and steps, by loss name in the procedure's order; a loss that
 *     was not active is absent
 * @param images images all workers trained on in this round
 * @param seconds wall time from broadcasting the state to having the average
 * @param imagesPerSecond images / seconds
 * @param averagingShare the share of the wall time in which no worker stepped, 0 to 1: 1 - (longest
 *     stepping time of a worker) / seconds; only meaningful if all workers run at the same time
 * @param metrics what the state at its end scores, by the name of the metric; empty after rounds
 *     that were not scored; NaN where a score could not be computed
 */
public record RoundRecord(
    long round,
    long iteration,
    Map<String, Double> losses,
    long images,
    double seconds,
    double imagesPerSecond,
    double averagingShare,
    Map<String, Double> metrics)
    implements Serializable {

  public RoundRecord {
    losses = Collections.unmodifiableMap(new LinkedHashMap<>(losses));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /** A round after which nothing was scored. */
  public RoundRecord(
      long round,
      long iteration,
      Map<String, Double> losses,
      long images,
      double seconds,
      double imagesPerSecond,
      double averagingShare) {
    this(round, iteration, losses, images, seconds, imagesPerSecond, averagingShare, Map.of());
  }

  /** The same with scores. */
  public RoundRecord with(Map<String, Double> scores) {
    return new RoundRecord(
        round, iteration, losses, images, seconds, imagesPerSecond, averagingShare, scores);
  }

  /**
   * The losses on one line: {@code D=0.6931 G=0.7012}. Parts of a loss, which are named {@code
   * LOSS_0}, {@code LOSS_1} and so on, are left out.
   */
  public String lossLine() {
    return losses.entrySet().stream()
        .filter(loss -> !loss.getKey().matches(".+_\\d+"))
        .map(loss -> String.format(Locale.ROOT, "%s=%.4g", loss.getKey(), loss.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** The scores on one line: {@code factor_vae=0.7310 mig=0.2154}; empty if there are none. */
  public String metricLine() {
    return metrics.entrySet().stream()
        .map(score -> String.format(Locale.ROOT, "%s=%.4f", score.getKey(), score.getValue()))
        .collect(Collectors.joining(" "));
  }
}
