// SPDX-License-Identifier: Apache-2.0
package org.disentangle.latent;

/** Derives independent random streams from one user seed, the same on every machine. */
public final class Seeds {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Seeds() {}

  /**
   * A seed for the stream that these coordinates (round, worker, step, row id, ...) name; their
   * order matters.
   */
  public static long mix(long seed, long... coordinates) {
    long hash = finish(seed + GOLDEN_GAMMA);
    for (long coordinate : coordinates) {
      hash = finish(hash + GOLDEN_GAMMA + finish(coordinate));
    }
    return hash;
  }

  private static long finish(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
