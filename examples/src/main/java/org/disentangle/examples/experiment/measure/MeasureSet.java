// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.stage.InputErrors;

/**
 * The columns of an experiment: metrics of codes, losses, and the registered {@link Measure}s, by
 * name.
 */
public final class MeasureSet {

  private static final List<Measure> REGISTERED =
      ServiceLoader.load(Measure.class, MeasureSet.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .toList();

  private final List<String> names;
  private final List<String> metrics;
  private final Map<String, Measure> others;

  private MeasureSet(List<String> names, List<String> metrics, Map<String, Measure> others) {
    this.names = List.copyOf(names);
    this.metrics = List.copyOf(metrics);
    this.others = others;
  }

  /** All measures but metrics of codes and losses. */
  public static List<Measure> registered() {
    return REGISTERED;
  }

  /**
   * @param given names of measures, of metrics in full or in groups, and of losses
   * @param errors of what names them
   * @throws org.disentangle.error.InvalidInputException if one is not known
   */
  public static MeasureSet of(List<String> given, InputErrors errors) {
    List<String> names = new ArrayList<>();
    List<String> metrics = new ArrayList<>();
    Map<String, Measure> others = new LinkedHashMap<>();
    for (String name : given) {
      Optional<Measure> measure =
          REGISTERED.stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .or(() -> LastLoss.named(name));
      if (measure.isPresent()) {
        others.put(name, measure.get());
        names.add(name);
      } else {
        List<String> group = metrics(name, errors);
        metrics.addAll(group);
        names.addAll(group);
      }
    }
    if (names.stream().distinct().count() < names.size()) {
      throw errors.parameter("measures", names, "each once");
    }
    return new MeasureSet(names, metrics, others);
  }

  private static List<String> metrics(String name, InputErrors errors) {
    try {
      return DisentanglementEvaluator.metricsNamed(List.of(name), List.of());
    } catch (IllegalArgumentException unknown) {
      throw errors
          .parameter(
              "measures",
              name,
              String.format(
                  Locale.ROOT,
                  "%s, loss.NAME or a metric that 'disentangle metrics' lists",
                  String.join(", ", REGISTERED.stream().map(Measure::name).toList())))
          .causedBy(unknown);
    }
  }

  /** Names of the columns. */
  public List<String> names() {
    return names;
  }

  /** The first column that is a metric of codes. */
  public Optional<String> firstMetric() {
    return metrics.stream().findFirst();
  }

  /** The first column that needs classes; empty if none does. */
  public Optional<String> needsLabel() {
    return others.values().stream().filter(Measure::needsLabel).map(Measure::name).findFirst();
  }

  /** The first column that models of a system do not have; empty if they have all. */
  public Optional<String> unfit(TrainsInRounds<?> system) {
    if (!(system instanceof DisentanglingEstimator) && !metrics.isEmpty()) {
      return firstMetric();
    }
    return others.values().stream()
        .filter(measure -> !measure.fits(system))
        .map(Measure::name)
        .findFirst();
  }

  /**
   * All of a model, in the order of the names; NaN where one is not defined.
   *
   * @throws org.disentangle.error.InvalidInputException if the real images have no factors
   */
  public Map<String, Double> of(MeasuredModel model) throws IOException {
    Map<String, Double> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, Double.NaN));
    for (Measure measure : others.values()) {
      values.put(measure.name(), measure.of(model));
    }
    if (!metrics.isEmpty()) {
      DisentanglementReport report = model.report(metrics);
      for (Score score : report.scores().scores()) {
        values.put(score.metric().name(), score.isDefined() ? score.value() : Double.NaN);
      }
    }
    return values;
  }
}
