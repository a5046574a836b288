// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;

/**
 * Some metrics by name.
 *
 * @param groups how they are computed
 * @param names the metrics that are wanted, each known to one group
 */
public record MetricSuite(List<MetricGroup> groups, Set<String> names) {

  /**
   * A suite of all metrics of some groups whose names are given: in full, by what stands before the
   * dot, or "all".
   *
   * @throws IllegalArgumentException if no metric has such a name
   */
  public static MetricSuite of(List<MetricGroup> groups, List<String> wanted) {
    Set<String> names = new LinkedHashSet<>();
    for (String word : wanted) {
      List<String> matches =
          all(groups).map(Metric::name).filter(name -> matches(word, name)).toList();
      if (matches.isEmpty()) {
        throw InvalidInputException.of(
            "metric",
            "'" + word + "'",
            "all, or some of " + String.join(", ", all(groups).map(Metric::name).toList()),
            "Names are in lower case, with underscores between words.");
      }
      names.addAll(matches);
    }
    return new MetricSuite(
        groups.stream().filter(group -> names.stream().anyMatch(group::has)).toList(), names);
  }

  /** The same without some metrics, named as in {@link #of}. */
  public MetricSuite without(List<String> unwanted) {
    Set<String> rest = new LinkedHashSet<>(names);
    rest.removeAll(of(groups, unwanted).names());
    return of(groups, List.copyOf(rest));
  }

  /** Whether one of the metrics needs ground-truth factors. */
  public boolean needsFactors() {
    return groups.stream().anyMatch(MetricGroup::needsFactors);
  }

  /** Whether one of the metrics is what a fitted model makes of the test rows. */
  public boolean scoresTestRows() {
    return groups.stream().anyMatch(MetricGroup::scoresTestRows);
  }

  /**
   * The value of every metric.
   *
   * @throws IllegalArgumentException for the first metric that is not defined on the input
   */
  public SuiteScores scores(MetricInput input) {
    return run(
        input,
        refusal -> {
          throw refusal;
        },
        GroupListener.NONE);
  }

  /**
   * The value of every metric; those that are not defined on the input are reported as such.
   *
   * @param wording what to say of a metric that refused the input
   */
  public SuiteScores scoresWhereDefined(
      MetricInput input, UnaryOperator<InvalidInputException> wording) {
    return scoresWhereDefined(input, wording, GroupListener.NONE);
  }

  /**
   * The same with somebody who hears how far it is.
   *
   * @param listener called in this thread before every group of metrics
   */
  public SuiteScores scoresWhereDefined(
      MetricInput input, UnaryOperator<InvalidInputException> wording, GroupListener listener) {
    return run(input, wording, listener);
  }

  private SuiteScores run(
      MetricInput input, UnaryOperator<InvalidInputException> undefined, GroupListener listener) {
    int done = 0;
    Map<String, SuiteScores.Score> scores = new LinkedHashMap<>();
    Map<String, double[][]> matrices = new LinkedHashMap<>();
    for (MetricGroup group : groups) {
      List<Metric> wanted =
          group.metrics().stream().filter(metric -> names.contains(metric.name())).toList();
      listener.before(wanted.stream().map(Metric::name).toList(), done++, groups.size());
      try {
        Scores found = group.computation().apply(input);
        wanted.forEach(
            metric ->
                scores.put(
                    metric.name(),
                    new SuiteScores.Score(
                        metric, found.values().get(metric.name()), Optional.empty())));
        matrices.putAll(found.matrices());
      } catch (InvalidInputException refusal) {
        Optional<InvalidInputException> reason = Optional.of(undefined.apply(refusal));
        wanted.forEach(
            metric -> scores.put(metric.name(), new SuiteScores.Score(metric, Double.NaN, reason)));
      }
    }
    return new SuiteScores(new ArrayList<>(scores.values()), matrices);
  }

  private static Stream<Metric> all(List<MetricGroup> groups) {
    return groups.stream().flatMap(group -> group.metrics().stream());
  }

  private static boolean matches(String word, String name) {
    return word.equals("all") || name.equals(word) || name.startsWith(word + ".");
  }
}
