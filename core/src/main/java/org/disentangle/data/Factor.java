// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.util.List;
import java.util.stream.Collectors;

/** A factor of variation that takes finitely many values; usually a constant of an enum. */
public interface Factor {

  /** The name in options and column names. */
  String id();

  /** How many values the factor takes in the whole grid; its indices are 0 to count - 1. */
  int count();

  /** The index of the factor where it does not vary. */
  int restingIndex();

  /** The real value at an index from 0 to count - 1. */
  double value(int index);

  /** Names of the values, one per index; empty where they are numbers. */
  default List<String> names() {
    return List.of();
  }

  /** The column of the factor's index: {@code factor_} and the id. */
  default String factorColumn() {
    return "factor_" + id();
  }

  /** The column of the factor's real value: {@code value_} and the id. */
  default String valueColumn() {
    return "value_" + id();
  }

  /** All ids, for messages. */
  static String ids(List<? extends Factor> factors) {
    return factors.stream().map(Factor::id).collect(Collectors.joining(", "));
  }
}
