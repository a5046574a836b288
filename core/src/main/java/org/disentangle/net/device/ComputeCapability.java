// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import java.util.Locale;
import java.util.Map;

/**
 * What a GPU can execute, in NVIDIA's numbering.
 *
 * @param major generation of the processor, such as 8
 * @param minor variant within it, such as 6
 */
public record ComputeCapability(int major, int minor) {

  /** The CUDA backend whose machine code {@link #isSupported()} speaks of. */
  public static final String BACKEND = "nd4j-cuda-11.6 1.0.0-M2.1";

  /** The capabilities that the backend runs on, in words. */
  public static final String SUPPORTED = "3.7 or 5.0 to 8.9";

  /**
   * The least minor number with machine code, by major number. The backend holds code for 3.7, 5.0,
   * 5.2, 6.0, 6.1, 7.0, 7.5, 8.0 and 8.6 and none that a driver could translate (PTX); code for X.y
   * runs on X.z with z at least y, and on no other X.
   */
  private static final Map<Integer, Integer> LEAST_MINOR = Map.of(3, 7, 5, 0, 6, 0, 7, 0, 8, 0);

  /** Whether the backend has machine code that runs on such a GPU. */
  public boolean isSupported() {
    Integer least = LEAST_MINOR.get(major);
    return least != null && minor >= least;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d.%d", major, minor);
  }
}
