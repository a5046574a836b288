// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.disentangle.estimator.DisentanglingEstimator;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which system is trained, and the weights of its losses; several of one make a grid. */
public final class AlgorithmOptions {

  @Mixin private SystemChoice system;

  @SetsParam("lambda")
  @Option(names = "--lambda", split = ",", paramLabel = "X")
  private List<Double> lambda = List.of();

  @SetsParam("alpha")
  @Option(names = "--alpha", split = ",", paramLabel = "X")
  private List<Double> alpha = List.of();

  @SetsParam("beta")
  @Option(names = "--beta", split = ",", paramLabel = "X")
  private List<Double> beta = List.of();

  @SetsParam("gamma")
  @Option(names = "--gamma", split = ",", paramLabel = "X")
  private List<Double> gamma = List.of();

  /**
   * A new estimator of disentangled codes with all that was given, and the first of several
   * weights.
   *
   * @throws org.disentangle.error.InvalidInputException if the system has no such codes
   */
  public DisentanglingEstimator<?, ?, ?> disentangling(TrainingOptions training) {
    return disentangling("--algorithm", system.algorithm(), estimator(training));
  }

  /**
   * @param option that named the system
   */
  static DisentanglingEstimator<?, ?, ?> disentangling(
      String option, Algorithm algorithm, TrainsInRounds<?> estimator) {
    if (estimator instanceof DisentanglingEstimator<?, ?, ?> disentangling) {
      return disentangling;
    }
    throw new InputErrors("disentangle")
        .parameter(
            option,
            algorithm,
            "a system that learns codes without labels",
            "Use train, which takes all systems.");
  }

  /**
   * New estimators of several systems, each with what was given that it has.
   *
   * @throws org.disentangle.error.InvalidInputException if a system has no such codes, a weight has
   *     several values, none of the systems has what was given, or one does not take it
   */
  public OptionsOfSeveral ofSeveral(List<Algorithm> systems, TrainingOptions training) {
    List<GivenValue> values = new ArrayList<>(training.given());
    weights()
        .forEach(
            (name, given) -> {
              if (given.size() > 1 && systems.size() > 1) {
                throw new InputErrors("disentangle")
                    .parameter(
                        "--" + name,
                        given,
                        "one value, since several --algorithms are given",
                        "Run select once for each system to compare weights.");
              }
              values.add(new GivenValue("--" + name, name, given.get(0)));
            });
    return new OptionsOfSeveral(systems, values, system.params());
  }

  /** A new estimator with all that was given, and the first of several weights. */
  public TrainsInRounds<?> estimator(TrainingOptions training) {
    TrainsInRounds<?> estimator = system.algorithm().estimator();
    training.applyTo(estimator);
    weights()
        .forEach((name, values) -> GivenParam.set(estimator, "--" + name, name, values.get(0)));
    system.applyTo(estimator);
    return estimator;
  }

  /** All combinations of the weights given. */
  public ParamMap[] grid(DisentanglingEstimator<?, ?, ?> estimator) {
    ParamGridBuilder grid = new ParamGridBuilder();
    weights()
        .forEach(
            (name, values) ->
                grid.addGrid(
                    (DoubleParam) (Param<?>) estimator.getParam(name),
                    values.stream().mapToDouble(x -> x).toArray()));
    return grid.build();
  }

  /**
   * @throws org.disentangle.error.InvalidInputException if a weight has several values
   */
  public void requireOneOfEach() {
    weights()
        .forEach(
            (name, values) -> {
              if (values.size() > 1) {
                throw new InputErrors("disentangle")
                    .parameter(
                        "--" + name, values, "one value", "Use select or tune to compare several.");
              }
            });
  }

  /** Those that were given, by the name of their Param. */
  private Map<String, List<Double>> weights() {
    Map<String, List<Double>> given = new LinkedHashMap<>();
    given.put("lambda", lambda);
    given.put("alpha", alpha);
    given.put("beta", beta);
    given.put("gamma", gamma);
    given.values().removeIf(List::isEmpty);
    return given;
  }
}
