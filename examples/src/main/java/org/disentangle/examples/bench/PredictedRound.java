// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A round as {@link RoundCost} sees it.
 *
 * @param workers logical workers
 * @param compute seconds in which workers step
 * @param scheduling seconds that Spark needs for the job and its tasks
 * @param broadcast seconds until every executor has the state
 * @param collect seconds until the driver has the mean
 * @param shuffled whether executors average, not the driver
 * @param idealSeconds of a round in which every core steps all the time
 */
public record PredictedRound(
    int workers,
    double compute,
    double scheduling,
    double broadcast,
    double collect,
    boolean shuffled,
    double idealSeconds) {

  /** What a round consists of. */
  public enum Part {
    COMPUTE,
    SCHEDULING,
    BROADCAST,
    COLLECT;

    /** The name in reports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Seconds of every part. */
  public Map<Part, Double> parts() {
    Map<Part, Double> parts = new EnumMap<>(Part.class);
    parts.put(Part.COMPUTE, compute);
    parts.put(Part.SCHEDULING, scheduling);
    parts.put(Part.BROADCAST, broadcast);
    parts.put(Part.COLLECT, collect);
    return parts;
  }

  public double seconds() {
    return compute + scheduling + broadcast + collect;
  }

  /**
   * Of all workers together.
   *
   * @param imagesPerWorker that one worker trains on in the round
   */
  public double imagesPerSecond(long imagesPerWorker) {
    return workers * imagesPerWorker / seconds();
  }

  /** The share of the images that cores would train on if they stepped all the time. */
  public double efficiency() {
    return idealSeconds / seconds();
  }

  public String averagedBy() {
    return shuffled ? "executors" : "driver";
  }

  public Part largest() {
    return parts().entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }
}
