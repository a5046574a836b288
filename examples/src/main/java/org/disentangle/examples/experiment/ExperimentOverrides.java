// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user wants other than the table has it.
 *
 * @param data images instead of the table's; empty for these
 * @param label column of classes instead of the table's; empty for this
 * @param seeds instead of the table's; empty for these
 * @param variants names of the rows to run; empty for all
 * @param params of all rows, over what table and size say
 * @param grid values of Params instead of those in the rows' grids
 */
public record ExperimentOverrides(
    String data,
    String label,
    List<Long> seeds,
    List<String> variants,
    Map<String, String> params,
    Map<String, List<String>> grid) {

  /** The table as it is. */
  public static final ExperimentOverrides NONE =
      new ExperimentOverrides("", "", List.of(), List.of(), Map.of(), Map.of());

  public ExperimentOverrides {
    seeds = List.copyOf(seeds);
    variants = List.copyOf(variants);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    grid = Collections.unmodifiableMap(new LinkedHashMap<>(grid));
  }
}
