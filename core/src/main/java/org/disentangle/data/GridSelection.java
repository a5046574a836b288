// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.List;

/**
 * The part of a grid of factors where each factor takes some of its indices; the last factor varies
 * fastest.
 *
 * @param indices for each factor the indices it takes, rising
 */
public record GridSelection(List<List<Integer>> indices) implements Serializable {

  public GridSelection {
    indices = indices.stream().map(List::copyOf).toList();
  }

  /** How many combinations of factors there are. */
  public int size() {
    return indices.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
  }

  /**
   * The index of each factor in one of the combinations.
   *
   * @param member from 0 to size - 1
   */
  public int[] factors(int member) {
    int[] factors = new int[indices.size()];
    int rest = member;
    for (int i = factors.length - 1; i >= 0; i--) {
      List<Integer> values = indices.get(i);
      factors[i] = values.get(rest % values.size());
      rest /= values.size();
    }
    return factors;
  }

  /** Whether each factor takes the index that it has here. */
  public boolean contains(int[] factors) {
    for (int i = 0; i < factors.length; i++) {
      if (!indices.get(i).contains(factors[i])) {
        return false;
      }
    }
    return true;
  }
}
