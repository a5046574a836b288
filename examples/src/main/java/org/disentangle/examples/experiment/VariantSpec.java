// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table: what is special about some runs; or, in a size, what that size changes about
 * the row of the same name.
 *
 * @param name empty if the values of the grid are name enough
 * @param algorithm empty for the table's
 * @param params values by the names of Params, as {@code --param} takes them
 * @param grid several values of Params; the row stands for all their combinations, the last Param
 *     changing first
 */
public record VariantSpec(
    String name, String algorithm, Map<String, String> params, Map<String, List<String>> grid) {

  /** Changes nothing. */
  static final VariantSpec NOTHING = new VariantSpec("", "", Map.of(), Map.of());

  public VariantSpec {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    grid = Collections.unmodifiableMap(new LinkedHashMap<>(grid));
  }
}
