// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.Params;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.stage.InputErrors;

/**
 * Options for several systems at once: what a system has of them is set on it, and each must be one
 * of at least one system.
 */
public final class OptionsOfSeveral {

  private static final InputErrors ERRORS = new InputErrors("disentangle");
  private static final String PARAM = "--param";

  /** Params that one option sets on all systems. */
  private static final List<String> OF_ALL =
      List.of("seed", "evaluationInterval", "evaluationPatience", "keepBest");

  private final List<Algorithm> systems;
  private final List<DisentanglingEstimator<?, ?, ?>> estimators = new ArrayList<>();
  private final List<String> ofSome = new ArrayList<>();

  /**
   * @param params of {@code --param}: texts by {@code NAME} or {@code SYSTEM.NAME}; the latter
   *     count where both are given
   */
  OptionsOfSeveral(List<Algorithm> systems, List<GivenValue> values, Map<String, String> params) {
    this.systems = systems;
    for (Algorithm system : systems) {
      estimators.add(AlgorithmOptions.disentangling("--algorithms", system, system.estimator()));
    }
    for (GivenValue given : values) {
      having(given.option(), given.param(), given.value()).forEach(given::set);
    }
    params.forEach(
        (name, text) -> {
          if (!name.contains(".")) {
            having(PARAM + " " + name, name, text)
                .forEach(estimator -> GivenParam.parse(estimator, name, text));
          }
        });
    params.forEach(
        (name, text) -> {
          if (name.contains(".")) {
            ofOne(name, text);
          }
        });
  }

  /** In the order of the systems. */
  public List<DisentanglingEstimator<?, ?, ?>> estimators() {
    return estimators;
  }

  /** A line for each option that not all systems have, which says which of them have it. */
  public List<String> ofSome() {
    return ofSome;
  }

  private List<DisentanglingEstimator<?, ?, ?>> having(String option, String param, Object value) {
    List<DisentanglingEstimator<?, ?, ?>> having =
        estimators.stream().filter(estimator -> estimator.hasParam(param)).toList();
    if (having.isEmpty()) {
      throw ERRORS.parameter(
          option,
          value,
          String.format(Locale.ROOT, "what one of %s has: %s", names(estimators), namesOfParams()),
          "Choose other --algorithms, or leave the option out.");
    }
    if (having.size() < estimators.size()) {
      ofSome.add(String.format(Locale.ROOT, "%s is set on %s alone", option, names(having)));
    }
    return having;
  }

  private void ofOne(String name, String text) {
    int point = name.indexOf('.');
    int system = Algorithm.named(name.substring(0, point)).map(systems::indexOf).orElse(-1);
    if (system < 0) {
      throw ERRORS.parameter(
          PARAM,
          name + "=" + text,
          String.format(
              Locale.ROOT, "one of the --algorithms before the point: %s", names(estimators)));
    }
    String param = name.substring(point + 1);
    if (OF_ALL.contains(param)) {
      throw ERRORS.parameter(
          PARAM, name + "=" + text, "an option that counts for all systems alike: " + OF_ALL);
    }
    GivenParam.parse(estimators.get(system), param, text);
  }

  private static String names(List<? extends Params> estimators) {
    return estimators.stream()
        .map(estimator -> new Algorithm(estimator.getClass()).toString())
        .collect(Collectors.joining(", "));
  }

  private String namesOfParams() {
    return estimators.stream()
        .flatMap(estimator -> Arrays.stream(estimator.params()))
        .map(Param::name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
