// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A factor of a published data set whose images lie in files.
 *
 * @param id the name in options and column names
 * @param names of the values, or empty
 * @param values the real value at each index; its length is the number of values
 */
public record StoredFactor(String id, List<String> names, List<Double> values)
    implements Factor, Serializable {

  public StoredFactor {
    names = List.copyOf(names);
    values = List.copyOf(values);
  }

  /** A factor of which only the number of values is known. */
  public static StoredFactor counted(String id, int count) {
    return named(id, count, List.of());
  }

  /** A factor whose values have names, or none if the list is empty. */
  public static StoredFactor named(String id, int count, List<String> names) {
    return new StoredFactor(
        id, names, IntStream.range(0, count).mapToObj(index -> (double) index).toList());
  }

  @Override
  public int count() {
    return values.size();
  }

  @Override
  public int restingIndex() {
    return 0;
  }

  @Override
  public double value(int index) {
    return values.get(index);
  }
}
