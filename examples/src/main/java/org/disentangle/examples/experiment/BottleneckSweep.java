// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.experiment;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.estimator.IbGan;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.file.Place;
import org.disentangle.model.IbGanModel;
import org.disentangle.stage.ExactColumn;
import org.disentangle.train.TrainingListener;

/**
 * IB-GAN with bottlenecks of several widths (Jeon et al. 2021): what codes carry, how many of them
 * carry anything, and how well they keep factors apart. Without a bottleneck, beta 0, it is an
 * InfoGAN.
 *
 * @param estimator but for beta
 * @param out folder for models and pictures
 */
public record BottleneckSweep(IbGan estimator, Place out, boolean overwrite) {

  /** Standard deviation over images below which a code carries nothing, as in the metric. */
  private static final double ACTIVE = 0.05;

  /**
   * Of one training.
   *
   * @param divergence of the codes from their prior in the last round, in nats: more than this they
   *     do not depend on the noise
   * @param error squared error of the noise that Q reads in images, halved, in the last round
   * @param activeCodes how many differ between images
   * @param factorVae FactorVAE score of these on the labelled images
   */
  public record Result(
      double beta,
      long seed,
      double divergence,
      double error,
      int activeCodes,
      @JsonProperty("factor_vae") double factorVae) {}

  /**
   * Trains with a bottleneck, and saves its model, losses and traversal.
   *
   * @param images with columns of factors
   */
  public Result run(double beta, Dataset<Row> images, long seed, TrainingListener listener)
      throws IOException {
    IbGan changed = estimator.copy(ParamMap.empty()).setBeta(beta).setSeed(seed);
    IbGanModel model = changed.addListener(listener).fit(images);
    new ExperimentFolder(out, overwrite)
        .write(model, changed, String.format(Locale.ROOT, "beta-%s-%d", beta, seed), seed);
    Dataset<Row> encoded =
        model.setAppendGenerated(false).transform(images).drop(model.getImageCol()).cache();
    double[] deviations = deviations(encoded, model.getCodesCol());
    double score = new FactorVaeEvaluator().setMinCodeStd(ACTIVE).setSeed(seed).evaluate(encoded);
    encoded.unpersist();
    Map<String, Double> losses = model.summary().last().losses();
    return new Result(
        beta,
        seed,
        losses.get("KL"),
        losses.get("Q"),
        (int) Arrays.stream(deviations).filter(deviation -> deviation >= ACTIVE).count(),
        score);
  }

  private static double[] deviations(Dataset<Row> encoded, String codesCol) {
    Vector deviations =
        encoded
            .select(
                Summarizer.std(
                    functions.array_to_vector(ExactColumn.named(codesCol).cast("array<double>"))))
            .head()
            .getAs(0);
    return deviations.toArray();
  }
}
