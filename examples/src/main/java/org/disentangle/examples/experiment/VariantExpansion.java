// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.examples.command.option.Algorithm;
import org.disentangle.stage.InputErrors;

/**
 * The rows of a table in one size, with all their values: those of the table, over them the size's,
 * the user's, the row's own, those of its grid, and what the size changes about the row.
 */
final class VariantExpansion {

  private static final String MAX_ITER = "maxIter";

  private final ExperimentTable table;
  private final SizeSpec size;
  private final ExperimentOverrides overrides;
  private final InputErrors errors;

  VariantExpansion(ExperimentTable table, SizeSpec size, ExperimentOverrides overrides) {
    this.table = table;
    this.size = size;
    this.overrides = overrides;
    this.errors = table.errors();
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a name or value is not known, or two
   *     rows have the same name
   */
  List<ExperimentVariant> variants() {
    List<ExperimentVariant> all = new ArrayList<>();
    requireKnown("sizes: variants", size.variants().keySet(), names());
    requireGrid();
    for (VariantSpec row : table.variants()) {
      all.addAll(expanded(row));
    }
    Set<String> folders = new TreeSet<>();
    for (ExperimentVariant variant : all) {
      if (!ExperimentVariant.isFolder(variant.folder())) {
        throw errors.parameter(
            "variants",
            variant.name(),
            "rows whose names begin with a letter or digit, without .json, .csv, .png or .txt at the end");
      }
      if (!folders.add(variant.folder().toLowerCase(Locale.ROOT))) {
        throw errors.parameter("variants", variant.name(), "rows whose names differ");
      }
    }
    return chosen(all);
  }

  private List<String> names() {
    return table.variants().stream().map(VariantSpec::name).toList();
  }

  private List<ExperimentVariant> chosen(List<ExperimentVariant> all) {
    List<String> names = all.stream().map(ExperimentVariant::name).toList();
    requireKnown("--variants", overrides.variants(), names);
    return overrides.variants().isEmpty()
        ? all
        : all.stream().filter(one -> overrides.variants().contains(one.name())).toList();
  }

  private void requireKnown(String where, Iterable<String> given, List<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw errors.parameter(where, name, "one of " + known);
      }
    }
  }

  /** Other values for a grid that no row has would change nothing. */
  private void requireGrid() {
    Set<String> swept = new LinkedHashSet<>();
    table.variants().forEach(row -> swept.addAll(grid(row).keySet()));
    requireKnown("--grid", overrides.grid().keySet(), List.copyOf(swept));
  }

  private Map<String, List<String>> grid(VariantSpec row) {
    Map<String, List<String>> grid = new LinkedHashMap<>(row.grid());
    grid.putAll(change(row).grid());
    return grid;
  }

  private VariantSpec change(VariantSpec row) {
    return size.variants().getOrDefault(row.name(), VariantSpec.NOTHING);
  }

  private List<ExperimentVariant> expanded(VariantSpec row) {
    Map<String, List<String>> grid = grid(row);
    overrides
        .grid()
        .forEach((param, values) -> grid.computeIfPresent(param, (name, old) -> values));
    List<Map<String, String>> points = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, List<String>> axis : grid.entrySet()) {
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> point : points) {
        for (String value : axis.getValue()) {
          Map<String, String> extended = new LinkedHashMap<>(point);
          extended.put(axis.getKey(), value);
          longer.add(extended);
        }
      }
      points = longer;
    }
    return points.stream().map(point -> variant(row, point)).toList();
  }

  private ExperimentVariant variant(VariantSpec row, Map<String, String> point) {
    String values =
        point.entrySet().stream()
            .map(value -> value.getKey() + "=" + value.getValue())
            .collect(Collectors.joining(" "));
    String name = String.join(" ", row.name(), values).strip();
    Map<String, String> own = new LinkedHashMap<>(row.params());
    own.putAll(point);
    own.putAll(change(row).params());
    Map<String, String> params = new LinkedHashMap<>(table.common().params());
    params.putAll(size.params());
    params.putAll(overrides.params());
    params.putAll(own);
    ExperimentVariant variant =
        new ExperimentVariant(table.source(), name, algorithm(row, name), params);
    for (String param : overrides.params().keySet()) {
      if (own.containsKey(param)) {
        throw variant
            .errors()
            .parameter(
                param,
                overrides.params().get(param) + " for all variants",
                String.format(Locale.ROOT, "the variant's own %s", own.get(param)));
      }
    }
    return params.containsKey(MAX_ITER) ? variant : ofSamples(variant);
  }

  /** As many iterations as make up the images. */
  private ExperimentVariant ofSamples(ExperimentVariant variant) {
    if (size.samples() == 0) {
      return variant;
    }
    DisentanglingEstimator<?, ?, ?> estimator = variant.estimator(0);
    long perIteration = (long) estimator.getBatchSize() * estimator.getNumWorkers();
    return variant.with(MAX_ITER, Long.toString(Math.max(1, size.samples() / perIteration)));
  }

  private Algorithm algorithm(VariantSpec row, String name) {
    String given = row.algorithm().isEmpty() ? table.common().algorithm() : row.algorithm();
    return Algorithm.named(given)
        .orElseThrow(
            () ->
                ExperimentVariant.errors(table.source(), name)
                    .parameter("algorithm", given, "one of " + Algorithm.all()));
  }
}
