// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.NarrowNetworks;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.junit.jupiter.api.function.Executable;

/** A small model whose weights are drawn, not trained, and data that fits it. */
public final class TinyModel {

  static final int CODES = 3;
  static final int NOISE = 2;
  static final int PIXELS = 32 * 32;

  private TinyModel() {}

  static InfoGanCrModel model() {
    return of(7);
  }

  /** A model with other weights for another seed. */
  public static InfoGanCrModel of(long seed) {
    return new InfoGanCrModel("tinyModel", data(seed)).setBatchSize(8);
  }

  static ModelData<InfoGanCrNetworks> data(long seed) {
    LatentSpace latent = new LatentSpace(CODES, NOISE);
    AdamSettings adam = AdamSettings.adversarial(1e-3);
    InfoGanProcedure procedure =
        new InfoGanProcedure(
            NarrowNetworks.infoGanCr(latent),
            latent,
            8,
            0.2,
            ContrastSchedule.published(2, 2, 0, Long.MAX_VALUE, 0),
            InfoGanOptimisers.all(adam));
    TrainingState state = procedure.initialState(seed);
    TreeMap<String, NetworkState> networks = new TreeMap<>();
    state.networks().forEach((name, network) -> networks.put(name, lively(network)));
    return new ModelData<>(
        procedure.networks(), latent, new TrainingState(4, networks), history(procedure));
  }

  /** Weights large enough that images and codes differ visibly. */
  static NetworkState lively(NetworkState state) {
    float[] weights = state.parameters().clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= 3;
    }
    float[] updater = state.updaterState().clone();
    for (int i = 0; i < updater.length; i++) {
      updater[i] = i % 7 * 1e-3f;
    }
    return new NetworkState(weights, updater, 11);
  }

  private static History history(InfoGanProcedure procedure) {
    return new History(
        procedure.lossNames(),
        List.of(
            new RoundRecord(1, 2, Map.of("D", 1.5, "Q", .25, "G", .75), 16, .5, 32, .125),
            new RoundRecord(
                2, 4, Map.of("D", 1.25, "Q", .2, "G", .8, "CR", 1.1, "H", 1.05), 16, .5, 32, .25)));
  }

  /** Sprites with factor columns, {@code image} first. */
  static Dataset<Row> sprites(int rows, String format) {
    return SharedSpark.session()
        .read()
        .format("dsprites")
        .option("imageSize", 32)
        .option("sample", rows)
        .option("imageFormat", format)
        .load();
  }

  /** Rows with an id, codes and noise. */
  static Dataset<Row> latents(int rows) {
    return sampler().transform(SharedSpark.session().range(rows).toDF());
  }

  static CodeSampler sampler() {
    return new CodeSampler().setNumCodes(CODES).setNoiseDim(NOISE);
  }

  /** Asserts that reading all rows is refused, and what the refusal says. */
  static void assertRefused(Executable work, String... parts) {
    Throwable failure;
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      failure = assertThrows(Exception.class, work);
    }
    while (!(failure instanceof InvalidInputException) && failure.getCause() != null) {
      failure = failure.getCause();
    }
    String message = String.valueOf(failure.getMessage());
    assertTrue(failure instanceof InvalidInputException, failure::toString);
    for (String part : parts) {
      assertTrue(
          message.contains(part),
          () -> String.format(Locale.ROOT, "no '%s' in: %s", part, message));
    }
  }
}
