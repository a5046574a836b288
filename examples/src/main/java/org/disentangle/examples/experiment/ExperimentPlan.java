// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.examples.command.option.DataSpec;
import org.disentangle.examples.command.option.GivenParam;
import org.disentangle.examples.experiment.measure.LossName;
import org.disentangle.examples.experiment.measure.MeasureSet;

/**
 * All that is done in an experiment, with every name and value checked.
 *
 * @param data images to train on, as {@code --data} takes them
 * @param scored images to measure on
 * @param label column of classes; empty for none
 * @param measures the columns
 * @param curves what is drawn by iteration
 * @param selections how the best model is to be found among those of all runs
 */
public record ExperimentPlan(
    ExperimentTable table,
    ExperimentSize size,
    String data,
    String scored,
    String label,
    List<Long> seeds,
    List<ExperimentVariant> variants,
    MeasureSet measures,
    CurveSet curves,
    List<SelectionSpec> selections) {

  /**
   * What makes it the experiment that it is: all but its seeds, of which there may be more later.
   *
   * @param variants algorithm and Params by name
   */
  public record Identity(
      String experiment,
      String size,
      String data,
      String scored,
      String label,
      List<String> measures,
      List<String> curves,
      long every,
      Map<String, String> evaluator,
      Map<String, Map<String, String>> variants) {}

  /**
   * Plans a table.
   *
   * @throws InvalidInputException naming table, row and Param, if anything in it is not known or
   *     does not go together
   */
  public static ExperimentPlan of(
      ExperimentTable table, ExperimentSize size, ExperimentOverrides overrides) {
    SizeSpec spec = table.size(size);
    String data = overrides.data().isEmpty() ? spec.data() : overrides.data();
    if (data.isEmpty()) {
      throw table
          .errors()
          .unset(
              "--data",
              "images",
              String.format(Locale.ROOT, "The size %s of this table names none.", size));
    }
    String label = spec.label().isEmpty() ? table.label() : spec.label();
    boolean same = spec.scored().isEmpty() || !overrides.data().isEmpty();
    List<Long> seeds = spec.seeds().isEmpty() ? table.seeds() : spec.seeds();
    ExperimentPlan plan =
        new ExperimentPlan(
            table,
            size,
            data,
            same ? data : spec.scored(),
            overrides.label().isEmpty() ? label : overrides.label(),
            overrides.seeds().isEmpty() ? seeds : overrides.seeds(),
            new VariantExpansion(table, spec, overrides).variants(),
            MeasureSet.of(table.measures(), table.errors()),
            CurveSet.of(table, spec.every()),
            spec.selections().entrySet().stream()
                .map(one -> new SelectionSpec(table.source(), one.getKey(), one.getValue()))
                .toList());
    plan.check();
    return plan;
  }

  private void check() {
    List.of(data, scored).forEach(this::dataSpec);
    Set<String> losses = new TreeSet<>();
    for (ExperimentVariant variant : variants) {
      OwnParams.OF_VARIANTS.requireNone(variant.params(), variant.errors());
      if (!curves.metrics().isEmpty()) {
        OwnParams.OF_WATCHED_VARIANTS.requireNone(variant.params(), variant.errors());
      }
      requireMeasures(variant);
      losses.addAll(variant.losses(seeds.get(0), curves));
    }
    requireLosses("measures", measures.names(), losses);
    requireLosses("curves", curves.names(), losses);
    selections.forEach(selection -> selection.selection(measures, seeds.get(0)));
    OwnParams.OF_EVALUATOR.requireNone(table.evaluator(), table.errors());
    DisentanglementEvaluator evaluator = new DisentanglementEvaluator("experiment");
    table
        .evaluator()
        .forEach((name, text) -> GivenParam.parse(evaluator, name, text, table.errors()));
    if (label.isEmpty()) {
      measures
          .needsLabel()
          .ifPresent(
              measure -> {
                throw table
                    .errors()
                    .unset("label", String.format(Locale.ROOT, "the classes for %s", measure));
              });
    }
  }

  /** A column that the models of a row can never have is refused. */
  private void requireMeasures(ExperimentVariant variant) {
    TrainsInRounds<?> system = variant.estimator(seeds.get(0));
    measures
        .unfit(system)
        .ifPresent(
            measure -> {
              throw variant
                  .errors()
                  .parameter(
                      "algorithm", variant.algorithm(), "a system whose models have " + measure);
            });
    if (!curves.metrics().isEmpty() && !(system instanceof DisentanglingEstimator)) {
      throw variant
          .errors()
          .parameter(
              "algorithm",
              variant.algorithm(),
              "a system whose models have " + curves.metrics().get(0));
    }
  }

  /** A loss that no variant has would be an empty column. */
  private void requireLosses(String where, List<String> names, Set<String> known) {
    for (String name : names) {
      if (LossName.is(name) && !known.contains(LossName.of(name))) {
        throw table
            .errors()
            .parameter(
                where,
                name,
                "a loss of a variant: "
                    + known.stream().map(LossName::written).collect(Collectors.joining(", ")));
      }
    }
  }

  /** The images of a text as {@code --data} takes it. */
  public DataSpec dataSpec(String text) {
    try {
      return DataSpec.parse(text);
    } catch (InvalidInputException refusal) {
      throw table.errors().refused(refusal);
    }
  }

  /** What a folder of results belongs to. */
  public Identity identity() {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (ExperimentVariant variant : variants) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("algorithm", variant.algorithm().toString());
      values.putAll(variant.params());
      rows.put(variant.name(), values);
    }
    return new Identity(
        table.name(),
        size.toString(),
        data,
        scored,
        label,
        measures.names(),
        curves.names(),
        curves.every(),
        table.evaluator(),
        rows);
  }
}
