// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.ml.util.Identifiable;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.suite.GroupListener;
import org.disentangle.metric.suite.MetricGroup;
import org.disentangle.metric.suite.MetricInput;
import org.disentangle.metric.suite.MetricSuite;
import org.disentangle.metric.suite.SuiteScores;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;

/**
 * Computes many metrics of codes in one pass over the data.
 *
 * <pre>
 * DisentanglementReport report = new DisentanglementEvaluator().report(model.transform(images));
 * System.out.println(report);
 * report.toDataFrame(spark).write().parquet("scores");
 * </pre>
 *
 * <p>As an Evaluator it gives the one metric that {@code metricName} names; {@link
 * #report(Dataset)} gives all that {@code metrics} names. Metrics that fit a model see {@code
 * trainRows} rows and are scored on {@code testRows} others; all other metrics see every row, but
 * "dhsic", which sees {@code dhsicRows}. Metrics that are not defined on the rows are in the report
 * with the reason.
 */
public final class DisentanglementEvaluator extends HeldOutEvaluator<DisentanglementEvaluator>
    implements HasVotes<DisentanglementEvaluator>,
        HasBins<DisentanglementEvaluator>,
        HasIrsQuantile<DisentanglementEvaluator>,
        HasDhsicRows<DisentanglementEvaluator>,
        HasPosteriorStd<DisentanglementEvaluator>,
        HasDiscreteFactorCols<DisentanglementEvaluator> {

  private static final String GIVEN = "given";

  private transient GroupListener listener;

  public DisentanglementEvaluator() {
    this(Identifiable.randomUID("disentanglementEvaluator"));
  }

  public DisentanglementEvaluator(String uid) {
    super(uid);
  }

  /**
   * Metrics of the report: names in full, what stands before their dot, or "all". Default "all",
   * some of which take a minute (boosted trees, support vector machines).
   */
  public StringArrayParam metrics() {
    return declared()
        .stringArrayParam(
            "metrics",
            Allowed.where(
                    String[].class,
                    "names of metrics, or all",
                    new EveryMetric.Names(),
                    "Names are in lower case, with underscores between words.")
                .byDefault(new String[] {"all"}),
            "metrics of the report: names in full, or what stands before their dot");
  }

  public String[] getMetrics() {
    return value(metrics()).clone();
  }

  public DisentanglementEvaluator setMetrics(String... names) {
    return with(metrics(), names.clone());
  }

  /**
   * In which order metrics see the rows: "canonical" (default), a random order that depends on the
   * rows and the seed alone, or "given", the order of the DataFrame, for files read as they are.
   * Metrics of the first rows ("dhsic") and the rows that are held out depend on it.
   */
  public Param<String> rowOrder() {
    return declared()
        .stringParam(
            "rowOrder",
            Allowed.oneOf(List.of("canonical", GIVEN)),
            "order in which metrics see the rows: one that depends on them alone, or as they come");
  }

  public String getRowOrder() {
    return value(rowOrder());
  }

  public DisentanglementEvaluator setRowOrder(String order) {
    return with(rowOrder(), order);
  }

  /**
   * Calls a listener before each group of metrics of every report of this object; copies and saved
   * evaluators are without.
   */
  public DisentanglementEvaluator onMetrics(GroupListener groups) {
    listener = InputErrors.given(this, "groups", groups, "a GroupListener");
    return this;
  }

  /**
   * The metrics that {@code metrics} names; those that are not defined on the rows say why.
   *
   * @throws InvalidInputException if a column is missing or has another type, or if values are null
   *     or not finite
   */
  public DisentanglementReport report(Dataset<?> data) {
    CollectedCodes collected = collect(data, List.of(getMetrics()));
    return reported(collected, input(collected));
  }

  /**
   * The same with models that are fitted to all rows of one DataFrame and scored on those of
   * another; every other metric is that of the first.
   */
  public DisentanglementReport report(Dataset<?> train, Dataset<?> test) {
    CollectedCodes collected = collect(train, List.of(getMetrics()));
    CollectedCodes scored = collect(test, List.of(getMetrics()));
    if (!scored.factorCols().equals(collected.factorCols())) {
      throw InputErrors.of(this)
          .rows(
              String.format(Locale.ROOT, "factors %s in the test rows", scored.factorCols()),
              collected.factorCols() + ", as in the training rows",
              "A factor has one value in one of the two; name the others in factorCols.");
    }
    MetricInput input =
        collected.named(
            this,
            () ->
                MetricInput.of(
                    ordered(collected.table()),
                    ordered(scored.table()),
                    limits(),
                    new MetricLearners(),
                    getSeed()));
    return reported(collected, input);
  }

  /**
   * Names of metrics in full, in the order of reports.
   *
   * @param wanted names in full, what stands before their dot, or "all"
   * @param unwanted those of them to leave out, named in the same way
   * @throws IllegalArgumentException if one is not known
   */
  public static List<String> metricsNamed(List<String> wanted, List<String> unwanted) {
    List<MetricGroup> groups = EveryMetric.byDefault();
    EveryMetric.named(groups, unwanted);
    return List.copyOf(EveryMetric.named(groups, wanted).without(unwanted).names());
  }

  /** Whether one of the metrics that {@code metrics} names compares codes with factors. */
  public boolean needsFactors() {
    return wanted().needsFactors();
  }

  /** Whether one of the metrics is what a fitted model makes of rows that are held out. */
  public boolean scoresTestRows() {
    return wanted().scoresTestRows();
  }

  private MetricSuite wanted() {
    return MetricSuite.of(defaultGroups(), List.of(getMetrics()));
  }

  private DisentanglementReport reported(CollectedCodes collected, MetricInput input) {
    SuiteScores scores =
        MetricSuite.of(groups(collected.factorCols()), List.of(getMetrics()))
            .scoresWhereDefined(
                input, collected::inColumns, listener == null ? GroupListener.NONE : listener);
    return new DisentanglementReport(collected.factorCols(), collected.table().numCodes(), scores);
  }

  @Override
  CollectedCodes collect(Dataset<?> data, List<String> names) {
    return MetricSuite.of(defaultGroups(), names).needsFactors()
        ? super.collect(data, names)
        : CollectedCodes.withoutFactors(this, data);
  }

  @Override
  LabelledCodes ordered(LabelledCodes table) {
    return getRowOrder().equals(GIVEN) ? table : super.ordered(table);
  }

  @Override
  List<MetricGroup> defaultGroups() {
    return EveryMetric.byDefault();
  }

  @Override
  List<MetricGroup> groups(List<String> factorCols) {
    return EveryMetric.of(this, factorCols);
  }

  @Override
  public DisentanglementEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<DisentanglementEvaluator> read() {
    return StageReader.of(DisentanglementEvaluator.class, DisentanglementEvaluator::new);
  }

  public static DisentanglementEvaluator load(String path) {
    return read().load(path);
  }
}
