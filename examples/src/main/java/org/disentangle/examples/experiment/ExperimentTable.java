// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.disentangle.stage.InputErrors;

/**
 * An experiment as a table: rows are variants of systems, columns are measures.
 *
 * @param source what errors call it: {@code experiment cr}, or {@code table FILE}
 * @param name a word
 * @param title a line
 * @param says what papers say of it
 * @param folder where it is written unless the user says otherwise
 * @param seeds one run of every row with each
 * @param label column of classes for the measures that need one; empty for none
 * @param common of all rows: algorithm and Params
 * @param variants the rows
 * @param measures the columns
 * @param curves metrics of codes and losses that are drawn by iteration
 * @param evaluator Params of the evaluator of metrics
 * @param sizes what is trained how long, by size
 */
public record ExperimentTable(
    String source,
    String name,
    String title,
    List<PaperClaim> says,
    String folder,
    List<Long> seeds,
    String label,
    VariantSpec common,
    List<VariantSpec> variants,
    List<String> measures,
    List<String> curves,
    Map<String, String> evaluator,
    Map<ExperimentSize, SizeSpec> sizes) {

  public ExperimentTable {
    says = List.copyOf(says);
    seeds = List.copyOf(seeds);
    variants = List.copyOf(variants);
    measures = List.copyOf(measures);
    curves = List.copyOf(curves);
    evaluator = Map.copyOf(evaluator);
    sizes = Collections.unmodifiableMap(new TreeMap<>(sizes));
  }

  /** Errors of the table as a whole. */
  public InputErrors errors() {
    return new InputErrors(source);
  }

  /**
   * What a size is.
   *
   * @throws org.disentangle.error.InvalidInputException if the table does not have that size
   */
  SizeSpec size(ExperimentSize size) {
    if (!sizes.containsKey(size)) {
      throw errors().parameter("--size", size.toString(), "one of " + sizes.keySet());
    }
    return sizes.get(size);
  }
}
