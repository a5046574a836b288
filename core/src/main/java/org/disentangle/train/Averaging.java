package org.disentangle.train;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;

/** The mean of the workers' states: parameters and optimiser state, summed in double. */
public final class Averaging {

  private Averaging() {}

  /**
   * Averages element by element, adding in list order; one state alone is returned as it is.
   *
   * @throws IllegalStateException if the states do not have the same networks, sizes and counters
   */
  public static TrainingState average(List<TrainingState> states) {
    TrainingState first = states.get(0);
    if (states.size() == 1) {
      return first;
    }
    SortedMap<String, NetworkState> networks = new TreeMap<>();
    for (String name : first.networks().keySet()) {
      networks.put(name, averageOf(name, states.stream().map(s -> s.network(name)).toList()));
    }
    return new TrainingState(first.iteration(), networks);
  }

  private static NetworkState averageOf(String name, List<NetworkState> copies) {
    int updates = copies.get(0).updates();
    if (copies.stream().anyMatch(copy -> copy.updates() != updates)) {
      throw new IllegalStateException(
          """
          The copies of network "%s" took %s optimiser steps; expected the same number in each.
          Maybe the procedure skips updates depending on the data."""
              .formatted(name, copies.stream().map(NetworkState::updates).toList()));
    }
    return new NetworkState(
        mean(name, copies.stream().map(NetworkState::parameters).toList()),
        mean(name, copies.stream().map(NetworkState::updaterState).toList()),
        updates);
  }

  private static float[] mean(String name, List<float[]> copies) {
    int length = copies.get(0).length;
    double[] sum = new double[length];
    for (float[] copy : copies) {
      if (copy.length != length) {
        throw new IllegalStateException(
            """
            The copies of network "%s" have %d and %d values; expected the same number in each.
            Maybe the procedure changes its networks between switches."""
                .formatted(name, length, copy.length));
      }
      for (int i = 0; i < length; i++) {
        sum[i] += copy[i];
      }
    }
    float[] mean = new float[length];
    for (int i = 0; i < length; i++) {
      mean[i] = (float) (sum[i] / copies.size());
    }
    return mean;
  }
}
