// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.suite.Metric;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.metric.suite.MetricInput;
import org.disentangle.metric.suite.SuiteScores;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasMetricName;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.ParamTable;
import org.disentangle.stage.PersistentStage;
import org.disentangle.stage.StageParams;

/**
 * What the Evaluators of codes share: columns are checked, the few that are needed are collected to
 * the driver in one pass (8 bytes a number), and a metric is computed there.
 *
 * <p>The result depends on the rows and the parameters, and on neither the order of the rows nor
 * their partitions. A DataFrame with null, NaN or infinite values in its columns is refused.
 *
 * @param <T> the concrete evaluator
 */
public abstract class CodesEvaluator<T extends CodesEvaluator<T>> extends Evaluator
    implements HasCodesCol<T>, HasMetricName<T>, HasSeed<T>, StageParams<T>, PersistentStage {

  private final ParamTable declared;

  CodesEvaluator(String uid) {
    this.declared = new ParamTable(this, uid);
    declared.declareAll();
  }

  @Override
  public ParamTable declared() {
    return declared;
  }

  @Override
  public String explainParam(Param<?> param) {
    return declared.explain(param);
  }

  /** The metrics of this evaluator, the default of {@code metricName} first; reads no Param. */
  abstract List<MetricGroup> defaultGroups();

  /** The same with the values of its Params. */
  abstract List<MetricGroup> groups(List<String> factorCols);

  /** The columns that the metrics of some names read. */
  abstract CollectedCodes collect(Dataset<?> data, List<String> names);

  /** The rows in a random order that depends on them and the seed alone. */
  LabelledCodes ordered(LabelledCodes table) {
    return table.canonical().shuffled(getSeed());
  }

  /** What the metrics are computed from. */
  MetricInput input(CollectedCodes collected) {
    return MetricInput.inSample(
        ordered(collected.table()), MetricInput.Limits.DEFAULT, new MetricLearners(), getSeed());
  }

  /**
   * The metric named by {@code metricName}.
   *
   * @throws InvalidInputException if a column is missing or has another type, if values are null or
   *     not finite, or if the metric is not defined on them
   */
  @Override
  public double evaluate(Dataset<?> data) {
    InputErrors.given(this, "data", data, "rows");
    return report(data, List.of(getMetricName())).value(getMetricName());
  }

  /**
   * Some metrics with the matrices they were made from, all of one pass over the data.
   *
   * @param names of the metrics: in full, by what stands before the dot, or "all"
   * @throws InvalidInputException as {@link #evaluate(Dataset)}
   */
  public DisentanglementReport report(Dataset<?> data, List<String> names) {
    CollectedCodes collected = collect(data, names);
    SuiteScores scores =
        collected.named(
            this,
            () ->
                EveryMetric.named(groups(collected.factorCols()), names).scores(input(collected)));
    return new DisentanglementReport(collected.factorCols(), collected.table().numCodes(), scores);
  }

  @Override
  public boolean isLargerBetter() {
    return metrics()
        .filter(metric -> metric.name().equals(getMetricName()))
        .allMatch(Metric::largerIsBetter);
  }

  @Override
  public List<String> metricNames() {
    return metrics().map(Metric::name).toList();
  }

  private Stream<Metric> metrics() {
    return defaultGroups().stream().flatMap(group -> group.metrics().stream());
  }
}
