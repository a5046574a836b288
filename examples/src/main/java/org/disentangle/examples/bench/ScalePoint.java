// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

/**
 * Rounds of one number of workers, taken apart by measuring them in two lengths: {@code seconds =
 * fixed + waves * iterations * step}.
 *
 * @param workers logical workers
 * @param waves how often their tasks follow one another on a core
 * @param roundSeconds of a round of the whole length
 * @param imagesPerSecond of all workers together, in rounds of the whole length
 * @param stepMs milliseconds of one iteration of one worker
 * @param fixedSeconds of a round of any length: broadcast, scheduling, averaging
 * @param heapMegabytes the most that garbage collections left on this JVM's heap
 * @param processMegabytes the most that this JVM held, by the operating system's count
 */
public record ScalePoint(
    int workers,
    int waves,
    double roundSeconds,
    double imagesPerSecond,
    double stepMs,
    double fixedSeconds,
    double heapMegabytes,
    double processMegabytes) {

  /**
   * Takes rounds apart.
   *
   * @param batchSize images of an iteration of one worker
   * @param whole iterations of a long round
   * @param wholeSeconds of a long round
   * @param part iterations of a short round, fewer than of a long one
   * @param partSeconds of a short round
   * @param heapMegabytes as the component
   * @param processMegabytes as the component
   */
  static ScalePoint of(
      int workers,
      int waves,
      int batchSize,
      int whole,
      double wholeSeconds,
      int part,
      double partSeconds,
      double heapMegabytes,
      double processMegabytes) {
    double iterationSeconds = (wholeSeconds - partSeconds) / (whole - part);
    return new ScalePoint(
        workers,
        waves,
        wholeSeconds,
        (double) workers * batchSize * whole / wholeSeconds,
        1e3 * iterationSeconds / waves,
        wholeSeconds - whole * iterationSeconds,
        heapMegabytes,
        processMegabytes);
  }

  /** Share of a round of the whole length in which no worker steps. */
  public double fixedShare() {
    return fixedSeconds / roundSeconds;
  }
}
