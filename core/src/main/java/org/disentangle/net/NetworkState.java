// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Everything one network needs to continue training exactly where it stopped. Only primitives, so
 * it may cross JVMs.
 *
 * @param parameters flat parameters, trained and non-trained (batch-norm moving statistics and
 *     spectral-norm vectors included) in DL4J's order
 * @param updaterState flat optimiser state (Adam: all first moments, then all second moments);
 *     empty for an optimiser that starts afresh
 * @param updates optimiser steps taken so far; Adam's bias correction depends on it
 */
public record NetworkState(float[] parameters, float[] updaterState, int updates)
    implements Serializable {

  /** The weights alone: what a network needs to compute but not to continue training. */
  public NetworkState withoutOptimizer() {
    return new NetworkState(parameters, new float[0], updates);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkState that
        && updates == that.updates
        && Arrays.equals(parameters, that.parameters)
        && Arrays.equals(updaterState, that.updaterState);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(parameters) + Arrays.hashCode(updaterState)) + updates;
  }

  @Override
  public String toString() {
    return "NetworkState[" + parameters.length + " parameters, " + updates + " updates]";
  }
}
