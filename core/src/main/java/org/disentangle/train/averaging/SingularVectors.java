// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.averaging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Network.Stretch;
import org.disentangle.net.TrainingState.StateOutline;
import org.disentangle.net.architecture.Architecture;

/**
 * Which stretches of a state's arrays are singular vectors. Power iteration finds one up to its
 * sign: two workers may come back with opposite ones that mean the same, and whose mean would be
 * next to nothing. So all take the sign of the first worker's before they are averaged.
 *
 * @param arrays stretches by index of the array, in the order of {@link StateOutline}; none beyond
 */
public record SingularVectors(List<List<Stretch>> arrays) implements Serializable {

  public static final SingularVectors NONE = new SingularVectors(List.of());

  /** Of a state of these networks; those of other kinds have none. */
  public static SingularVectors of(Map<String, Architecture> architectures, StateOutline outline) {
    List<List<Stretch>> arrays = new ArrayList<>();
    Map<String, List<Stretch>> found = new LinkedHashMap<>();
    architectures.forEach((name, network) -> found.put(name, Network.singularVectors(network)));
    for (String network : outline.updates().keySet()) {
      arrays.add(found.getOrDefault(network, List.of()));
      arrays.add(List.of());
    }
    return new SingularVectors(arrays);
  }

  public List<Stretch> in(int array) {
    return array < arrays.size() ? arrays.get(array) : List.of();
  }

  /** Turns round every stretch that points away from that of the first copy, in place. */
  public static void align(List<float[]> copies, List<Stretch> stretches) {
    align(copies.get(0), copies, stretches);
  }

  /** Turns round every stretch that points away from that of a given array, in place. */
  static void align(float[] first, List<float[]> copies, List<Stretch> stretches) {
    for (Stretch stretch : stretches) {
      for (float[] copy : copies) {
        if (product(first, copy, stretch) < 0) {
          for (int i = stretch.from(); i < stretch.to(); i++) {
            copy[i] = -copy[i];
          }
        }
      }
    }
  }

  private static double product(float[] a, float[] b, Stretch stretch) {
    double sum = 0;
    for (int i = stretch.from(); i < stretch.to(); i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
