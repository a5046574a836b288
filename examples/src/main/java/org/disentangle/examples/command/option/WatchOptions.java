// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.disentangle.estimator.TrainsInRounds;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.InputErrors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a training is watched: by metrics on the way, or without factors by its own agreement. */
public final class WatchOptions {

  private static final double MOST_IMAGES = 10_000;
  private static final long SAMPLE_SEED = 42;

  @IdleWith("--every=0")
  @Option(
      names = "--evaluate",
      paramLabel = "NAME",
      split = ",",
      converter = MetricName.Converter.class,
      description =
          "Metrics to score the model by while it trains, the deciding one first; as 'disentangle metrics' lists"
              + " them. Up to 10,000 images are scored. Needs factor columns; without them, --every alone scores how"
              + " well the model agrees with itself.")
  private List<MetricName> metrics = List.of();

  @SetsParam("evaluationInterval")
  @Option(names = "--every", paramLabel = "N")
  private Integer every;

  @SetsParam("keepBest")
  @IdleWith("--every=0")
  @Option(names = "--keep-best")
  private boolean keepBest;

  @SetsParam("evaluationPatience")
  @IdleWith("--every=0")
  @Option(names = "--patience", paramLabel = "N")
  private Integer patience;

  @Mixin private FactorBinsOption factorBins;

  /**
   * Sets these options.
   *
   * @throws org.disentangle.error.InvalidInputException if a metric is not known
   */
  public void applyTo(TrainsInRounds<?> estimator) {
    String[] names = names();
    if (names.length > 0) {
      estimator.setEvaluators(
          Arrays.stream(names)
              .map(
                  name ->
                      new MetricName(name)
                          .evaluator(estimator.getSeed())
                          .setFactorBins(factorBins.bins()))
              .toArray(Evaluator[]::new));
    }
    GivenParam.set(estimator, "--every", "evaluationInterval", every);
    GivenParam.set(estimator, "--patience", "evaluationPatience", patience);
    if (keepBest) {
      estimator.setKeepBest(true);
    }
  }

  /** The metrics in full, in the order in which they were given. */
  private String[] names() {
    return metrics.stream()
        .flatMap(
            metric ->
                Arrays.stream(new WantedMetrics("--evaluate", List.of(metric), List.of()).names()))
        .distinct()
        .toArray(String[]::new);
  }

  /**
   * The metrics of a model that was trained, with their matrices, on up to 10,000 of the images;
   * null where no metrics were asked for.
   */
  public DisentanglementReport measured(TrainedModel trained, Dataset<Row> images) {
    if (metrics.isEmpty() || !(trained instanceof DisentangledModel<?> model)) {
      return null;
    }
    double share = Math.min(1, MOST_IMAGES / trained.trainedWith().data().images());
    Dataset<Row> sample = share < 1 ? images.sample(false, share, SAMPLE_SEED) : images;
    return new DisentanglementEvaluator("disentangle")
        .setMetrics(names())
        .setFactorBins(factorBins.bins())
        .report(
            model
                .copy(ParamMap.empty())
                .setAppendCodes(true)
                .setAppendGenerated(false)
                .transform(sample));
  }

  /**
   * Refuses metrics of data that cannot have them.
   *
   * @throws org.disentangle.error.InvalidInputException if there are no factor columns, or the
   *     system has no codes
   */
  public void requireMeasurable(TrainsInRounds<?> estimator, StructType schema) {
    if (metrics.isEmpty()) {
      return;
    }
    InputErrors errors = new InputErrors("disentangle");
    if (!(estimator instanceof HasCodesCol)) {
      throw errors.parameter(
          "--evaluate",
          String.join(",", names()),
          "a system that learns codes without labels",
          "Leave the option out.");
    }
    if (MetricName.lacksFactors(schema)) {
      throw errors.parameter(
          "--evaluate",
          String.join(",", names()),
          "data with factor columns (" + HasFactorCols.FACTOR_PREFIX + "...)",
          "Leave the option out: --every alone scores how well the model agrees with itself.");
    }
  }
}
