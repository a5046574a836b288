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
import org.disentangle.estimator.TrainsInRounds;
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
    requireKnown("sizes: variants", size.variants().keySet(), names());
    List<Point> all = table.variants().stream().flatMap(row -> points(row).stream()).toList();
    Set<String> folders = new TreeSet<>();
    for (Point point : all) {
      String folder = ExperimentVariant.folder(point.name());
      if (!ExperimentVariant.isFolder(folder)) {
        throw errors.parameter(
            "variants",
            point.name(),
            "rows whose names begin with a letter or digit, without .json, .csv, .png or .txt at the end");
      }
      if (folder.length() > TableObject.LONGEST_NAME) {
        throw errors.parameter(
            "variants",
            point.name(),
            String.format(
                Locale.ROOT,
                "rows whose names have at most %d letters, as the names of their folders",
                TableObject.LONGEST_NAME));
      }
      if (!folders.add(folder.toLowerCase(Locale.ROOT))) {
        throw errors.parameter("variants", point.name(), "rows whose names differ");
      }
    }
    List<Point> chosen = chosen(all);
    requireGrid(chosen);
    return chosen.stream().map(this::variant).toList();
  }

  /**
   * A row with values of its grid.
   *
   * @param values by the names of Params
   */
  private record Point(VariantSpec row, Map<String, String> values) {

    String name() {
      String text =
          values.entrySet().stream()
              .map(value -> value.getKey() + "=" + value.getValue())
              .collect(Collectors.joining(" "));
      return String.join(" ", row.name(), text).strip();
    }
  }

  private List<String> names() {
    return table.variants().stream().map(VariantSpec::name).toList();
  }

  private List<Point> chosen(List<Point> all) {
    requireKnown("--variants", overrides.variants(), all.stream().map(Point::name).toList());
    return overrides.variants().isEmpty()
        ? all
        : all.stream().filter(point -> overrides.variants().contains(point.name())).toList();
  }

  private void requireKnown(String where, Iterable<String> given, List<String> known) {
    for (String name : given) {
      if (!known.contains(name)) {
        throw errors.parameter(where, name, "one of " + known);
      }
    }
  }

  /** Other values for a grid that no row has would change nothing. */
  private void requireGrid(List<Point> chosen) {
    Set<String> swept = new LinkedHashSet<>();
    chosen.forEach(point -> swept.addAll(point.values().keySet()));
    requireKnown("--grid", overrides.grid().keySet(), List.copyOf(swept));
  }

  private Map<String, List<String>> grid(VariantSpec row) {
    Map<String, List<String>> grid = new LinkedHashMap<>(row.grid());
    grid.putAll(change(row).grid());
    for (String param : change(row).params().keySet()) {
      if (grid.containsKey(param)) {
        throw ExperimentVariant.errors(table.source(), row.name())
            .parameter(
                param, grid.get(param), "a Param that its size does not set for all of them");
      }
    }
    return grid;
  }

  private VariantSpec change(VariantSpec row) {
    return size.variants().getOrDefault(row.name(), VariantSpec.NOTHING);
  }

  private List<Point> points(VariantSpec row) {
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
    return points.stream().map(values -> new Point(row, values)).toList();
  }

  private ExperimentVariant variant(Point point) {
    VariantSpec row = point.row();
    Map<String, String> own = new LinkedHashMap<>(row.params());
    own.putAll(point.values());
    own.putAll(change(row).params());
    Map<String, String> params = new LinkedHashMap<>(table.common().params());
    params.putAll(size.params());
    params.putAll(overrides.params());
    params.putAll(own);
    ExperimentVariant variant =
        new ExperimentVariant(table.source(), point.name(), algorithm(row, point.name()), params);
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
    TrainsInRounds<?> estimator = variant.estimator(0);
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
