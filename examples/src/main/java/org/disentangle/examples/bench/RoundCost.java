// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import org.disentangle.train.round.RoundLoop;

/**
 * What a round of parameter averaging costs by arithmetic, on a cluster that is yet to be had:
 *
 * <pre>{@code
 * round      = compute + scheduling + broadcast + collect
 * compute    = waves * tau * step            waves = ceil(W / cores)
 * scheduling = job + task * W
 * broadcast  = S / bandwidth * log2(E + 1)   E = min(W, cores)
 * collect    = W * S / bandwidth                                by the driver, while W * S <= 256 MB
 *            = 2 * waves * S / bandwidth + S / bandwidth        shuffled, above that
 * }</pre>
 *
 * <p>W is the number of logical workers, S the bytes of a state, tau the averaging frequency. It
 * assumes that
 *
 * <ul>
 *   <li>every core is an executor E on its own machine, and all links, the driver's too, have the
 *       same bandwidth; executors that share a machine receive one broadcast for all of them;
 *   <li>holders of the broadcast state double in the time that one copy takes, beginning with the
 *       driver. Spark's torrent sends blocks of 4 MB and may be faster for larger states;
 *   <li>in a shuffle an executor sends the states of its workers and then receives as much, and the
 *       driver takes one mean;
 *   <li>nothing overlaps, and copying and adding up states in memory is part of {@code task}, as it
 *       is in a {@link FixedCost} that was measured.
 * </ul>
 *
 * @param stepSeconds of one iteration of one worker
 * @param averagingFrequency iterations of every worker in a round
 * @param stateBytes weights and optimiser of all networks
 * @param bytesPerSecond of every network link
 * @param jobSeconds that Spark needs for a job, however many tasks it has
 * @param taskSeconds that a task adds to it
 */
public record RoundCost(
    double stepSeconds,
    int averagingFrequency,
    long stateBytes,
    double bytesPerSecond,
    double jobSeconds,
    double taskSeconds) {

  /** How often tasks follow one another on a core. */
  public static int waves(int workers, int cores) {
    return (workers + cores - 1) / cores;
  }

  /** Whether that many workers' states are averaged on the executors. */
  public boolean isShuffled(int workers) {
    return workers * stateBytes > RoundLoop.MOST_BYTES_ON_DRIVER;
  }

  /** The cost of a round of all workers on that many cores. */
  public PredictedRound round(int workers, int cores) {
    int waves = waves(workers, cores);
    double copySeconds = stateBytes / bytesPerSecond;
    double copies = isShuffled(workers) ? 2 * waves + 1 : workers;
    return new PredictedRound(
        workers,
        waves * averagingFrequency * stepSeconds,
        jobSeconds + taskSeconds * workers,
        copySeconds * Math.log(Math.min(workers, cores) + 1) / Math.log(2),
        copySeconds * copies,
        isShuffled(workers),
        idealSeconds(workers, cores));
  }

  /** Seconds of a round in which every core steps all the time. */
  private double idealSeconds(int workers, int cores) {
    return (double) workers / Math.min(workers, cores) * averagingFrequency * stepSeconds;
  }
}
