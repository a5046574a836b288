// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.evaluator.DisentanglementEvaluator;
import org.disentangle.evaluator.DisentanglementReport;
import org.disentangle.image.ShapeReading;
import org.disentangle.metric.intervention.VarianceShares;
import org.disentangle.model.DisentangledModel;

/**
 * How well the codes of a model of the demonstration are disentangled.
 *
 * @param factorVae score of the codes inferred from all images, InfoGAN-CR's protocol
 * @param factorVaeRevised the same with the revised protocol
 * @param mig mutual information gap of these codes
 * @param dci their DCI disentanglement, by random forests of regressors
 * @param shares of each of size, column and row of the squares in generated images, the share of
 *     its variance that each code explains by itself
 */
public record DemoScores(
    @JsonProperty("factor_vae") double factorVae,
    @JsonProperty("factor_vae_revised") double factorVaeRevised,
    double mig,
    double dci,
    Map<String, List<Double>> shares) {

  private static final String DCI = "dci_rf_regressor.disentanglement";

  /** Pairs of generated images: of a share of 0 the standard error is 0.02. */
  private static final int PAIRS = 6000;

  static DemoScores of(
      DisentangledModel<?> model, DisentanglementReport report, long seed) {
    return new DemoScores(
        report.value("factor_vae"),
        report.value("factor_vae_revised"),
        report.value("mig"),
        report.value(DCI),
        byReading(ShapeShares.of(model, PAIRS, seed)));
  }

  static DisentanglementReport report(DisentangledModel<?> model, Dataset<Row> sprites, long seed) {
    DisentangledModel<?> encoder =
        model.copy(ParamMap.empty()).setAppendCodes(true).setAppendGenerated(false);
    return new DisentanglementEvaluator()
        .setMetrics("factor_vae", "factor_vae_revised", "mig", DCI)
        .setSeed(seed)
        .report(encoder.transform(sprites).drop(model.getImageCol()));
  }

  private static Map<String, List<Double>> byReading(VarianceShares.Result result) {
    Map<String, List<Double>> shares = new LinkedHashMap<>();
    for (int reading = 0; reading < ShapeReading.NAMES.size(); reading++) {
      int column = reading;
      shares.put(
          ShapeReading.NAMES.get(reading),
          Arrays.stream(result.shares()).map(ofCode -> ofCode[column]).toList());
    }
    return shares;
  }
}
