// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.EqualWidthBins;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.metric.intervention.Irs;
import org.disentangle.metric.suite.BetaVaeMetrics;
import org.disentangle.metric.suite.DciMetrics;
import org.disentangle.metric.suite.ExplicitnessMetrics;
import org.disentangle.metric.suite.IndependenceMetrics;
import org.disentangle.metric.suite.InformationMetrics;
import org.disentangle.metric.suite.InterventionMetrics;
import org.disentangle.metric.suite.Metric;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.metric.suite.MetricSuite;
import org.disentangle.metric.suite.SapMetrics;
import org.disentangle.metric.suite.VoteMetrics;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.NearestName;

/** The metrics of all families, the quick ones first. */
final class EveryMetric {

  private EveryMetric() {}

  static List<MetricGroup> byDefault() {
    return of(
        FactorVaeScore.Settings.DEFAULT,
        EqualWidthBins.DEFAULT,
        Irs.DEFAULT_QUANTILE,
        IndependenceMetrics.DEFAULT_DHSIC_ROWS,
        IndependenceMetrics.DEFAULT_POSTERIOR_STD,
        List.of(0));
  }

  /** With the values of an evaluator's Params. */
  static List<MetricGroup> of(DisentanglementEvaluator evaluator, List<String> factorCols) {
    return of(
        evaluator.votes(),
        evaluator.getBins(),
        evaluator.getIrsQuantile(),
        evaluator.getDhsicRows(),
        evaluator.getPosteriorStd(),
        factorCols.isEmpty() ? List.of() : evaluator.discreteFactors(factorCols));
  }

  /**
   * Some of the metrics by name.
   *
   * @param names in full, what stands before their dot, or "all"
   * @throws InvalidInputException if one is not known
   */
  static MetricSuite named(List<MetricGroup> groups, List<String> names) {
    for (String name : names) {
      try {
        MetricSuite.of(groups, List.of(name));
      } catch (InvalidInputException unknown) {
        throw InvalidInputException.of(
            unknown.problem(),
            NearestName.hint(name, words(groups), unknown.advice().orElse(null)));
      }
    }
    return MetricSuite.of(groups, names);
  }

  private static List<String> words(List<MetricGroup> groups) {
    return groups.stream()
        .flatMap(group -> group.metrics().stream())
        .map(Metric::name)
        .flatMap(name -> Stream.of(name.split("\\.")[0], name))
        .distinct()
        .toList();
  }

  /** Whether each name is "all", a metric, or what stands before the dot of one. */
  record Names() implements Allowed.Test<String[]> {

    @Override
    public boolean test(String[] names) {
      return names.length > 0
          && Stream.of(names).allMatch(name -> name != null && words().contains(name));
    }

    @Override
    public List<String> words() {
      return Stream.concat(Stream.of("all"), EveryMetric.words(byDefault()).stream()).toList();
    }
  }

  private static List<MetricGroup> of(
      FactorVaeScore.Settings votes,
      int bins,
      double irsQuantile,
      int dhsicRows,
      double posteriorStd,
      List<Integer> discreteFactors) {
    return Stream.of(
            VoteMetrics.groups(votes),
            BetaVaeMetrics.groups(),
            InformationMetrics.groups(bins),
            InterventionMetrics.groups(irsQuantile),
            IndependenceMetrics.groups(bins, dhsicRows, posteriorStd),
            SapMetrics.groups(discreteFactors),
            ExplicitnessMetrics.groups(),
            DciMetrics.groups())
        .flatMap(List::stream)
        .toList();
  }
}
