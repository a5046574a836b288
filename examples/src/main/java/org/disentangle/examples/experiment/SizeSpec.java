// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one size of an experiment is.
 *
 * @param data images to train on, as {@code --data} takes them; empty if the user has to name them
 * @param scored labelled images to measure on; empty for {@code data}
 * @param label column of classes; empty for the table's
 * @param samples images that all workers of a run together train on, which sets {@code maxIter} of
 *     every row that does not have it; 0 to leave that to Params
 * @param every iterations between two points of a curve of a metric; 0 if there is none
 * @param seeds empty for the table's
 * @param params of all rows, over the table's
 * @param selections how the best model is to be found among those of all runs: Params by method
 * @param variants changes of rows, by name
 */
public record SizeSpec(
    String data,
    String scored,
    String label,
    long samples,
    long every,
    List<Long> seeds,
    Map<String, String> params,
    Map<String, Map<String, String>> selections,
    Map<String, VariantSpec> variants) {

  public SizeSpec {
    seeds = List.copyOf(seeds);
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    selections = Collections.unmodifiableMap(new LinkedHashMap<>(selections));
    variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
  }
}
