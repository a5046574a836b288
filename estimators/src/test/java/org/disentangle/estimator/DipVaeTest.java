// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.disentangle.model.VaeModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** DIP-VAE from images to models: what its Params default to, teach and refuse. */
@Tag("train")
class DipVaeTest {

  private static DipVae tiny() {
    return new DipVae("dipVae_test")
        .setPreset("small32")
        .setNumCodes(3)
        .setBatchSize(16)
        .setLearningRate(1e-3)
        .setMaxIter(160)
        .setAveragingFrequency(40);
  }

  @Test
  void theWeightOfTheDiagonalFollowsTheOtherAndTheType() {
    DipVae estimator = new DipVae();
    assertEquals("i", estimator.getDipType());
    assertEquals(10, estimator.getLambdaOd());
    assertEquals(100, estimator.getLambdaD());
    assertEquals(1e-4, estimator.getLearningRate());
    assertEquals(20, estimator.setLambdaOd(2).getLambdaD());
    assertEquals(2, estimator.setDipType("ii").getLambdaD());
    assertEquals(7, estimator.setLambdaD(7).setLambdaOd(3).getLambdaD());
  }

  /** Without weights it is the plain autoencoder, whose means are at first alike for all images. */
  @Test
  void weightsMoveTheVariancesOfMeansTowardsOne() {
    Map<String, Double> free = losses(tiny().setLambdaOd(0));
    Map<String, Double> held = losses(tiny().setLambdaOd(10));
    String both = free + " " + held;
    assertTrue(held.get("diagonal") < free.get("diagonal") / 4, both);
    assertFalse(held.containsKey("totalCorrelation") || held.containsKey("density"), both);
  }

  private static Map<String, Double> losses(DipVae estimator) {
    VaeModel model = estimator.fit(sprites());
    return model.summary().last().losses();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused(
        () -> tiny().setBatchSize(1).fit(sprites()),
        "batchSize",
        "at least 2, because the covariance of codes is estimated within the batch");
    assertRefused(() -> tiny().setDipType("iii"), "dipVae_test", "dipType", "'iii'", "'ii'");
    assertRefused(() -> tiny().setLambdaOd(-1), "lambdaOd", "at least 0");
    assertRefused(() -> tiny().setLambdaD(-1), "lambdaD", "at least 0");
  }
}
