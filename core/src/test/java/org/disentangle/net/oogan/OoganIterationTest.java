// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.oogan;

import static org.disentangle.net.TinyOoganNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganSession.OoganDraws;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Whole iterations of OOGAN: repeated, resumed, in which order, and what they teach. */
@Tag("train")
class OoganIterationTest {

  private static final Parts ALL = new Parts(true, true, true);
  private static final int PIXELS = ROWS * 32 * 32;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  static OoganProcedure oogan(
      double lambda, double gamma, double orthogonalWeight, boolean oneHot, long noiseIter) {
    return TinyOoganNetworks.procedure(
        ALL, 1e-3, lambda, gamma, orthogonalWeight, oneHot, noiseIter);
  }

  static TrainingState trained(OoganProcedure oogan, TrainingState from, int steps) {
    try (WorkerSession session = oogan.open(Precision.FLOAT32)) {
      session.load(from);
      for (long i = from.iteration(); i < from.iteration() + steps; i++) {
        LossValues losses = session.step(TinyNetworks.pixels(i, PIXELS), i);
        for (String name : oogan.lossNames()) {
          assertTrue(Double.isFinite(losses.of(name)), name);
          assertTrue(oogan.isActive(name, i) || losses.of(name) == 0, name);
        }
      }
      return session.save();
    }
  }

  static TrainingState trained(OoganProcedure oogan, int steps) {
    return trained(oogan, oogan.initialState(3), steps);
  }

  @Test
  void gStepsTwiceAnIteration() {
    TrainingState whole = trained(oogan(0.7, 1.5, 0.3, true, 8), 6);
    assertEquals(12, whole.network(OoganProcedure.G).updates(), "two steps of G an iteration");
    assertEquals(6, whole.network(OoganProcedure.D).updates());
    assertEquals(6, whole.network(OoganProcedure.Q).updates());
  }

  @Test
  void dStaysInTheInformationStep() {
    TrainingState with = trained(oogan(2, 3, 1, true, 0), 1);
    TrainingState without = trained(oogan(0, 0, 0, true, 0), 1);
    assertEquals(without.network(OoganProcedure.D), with.network(OoganProcedure.D));
    assertNotEquals(without.network(OoganProcedure.G), with.network(OoganProcedure.G));
    assertNotEquals(without.network(OoganProcedure.Q), with.network(OoganProcedure.Q));
  }

  @Test
  void theStepsFollowEachOther() {
    OoganProcedure oogan = oogan(1, 1, 1, true, 4);
    OoganDraws draws = OoganDraws.of(oogan, 0, new SplittableRandom(5));
    float[] pixels = TinyNetworks.pixels(2, PIXELS);
    try (OoganSession whole = new OoganSession(oogan, DataType.DOUBLE);
        OoganSession parts = new OoganSession(oogan, DataType.DOUBLE)) {
      whole.load(oogan.initialState(3));
      LossValues losses = whole.step(pixels, draws);
      parts.load(oogan.initialState(3));
      OoganFormulas formulas = new OoganFormulas(parts, oogan.networks(), pixels);
      assertEquals(
          formulas.discriminator(draws.adversarial(), draws.noise()), losses.of("D"), 1e-9);
      double before = formulas.generator(draws.adversarial(), draws.noise());
      parts.generate(draws.adversarial());
      parts.accumulateDiscriminator(pixels, draws.noise());
      parts.network(OoganProcedure.D).update();
      assertEquals(formulas.generator(draws.adversarial(), draws.noise()), losses.of("G"), 1e-9);
      assertTrue(Math.abs(before - losses.of("G")) > 1e-6, "D's step matters");
      double unmoved = formulas.information(draws.information())[0];
      parts.accumulateGenerator(draws.noise());
      parts.network(OoganProcedure.G).update();
      double[] information = formulas.information(draws.information());
      assertEquals(information[0], losses.of("Q"), 1e-9);
      assertEquals(information[1], losses.of("oneHot"), 1e-9);
      assertTrue(Math.abs(unmoved - losses.of("Q")) > 1e-6, "G's step matters");
    }
  }

  @Test
  void layersWithoutParametersRestartWithTheOthers() {
    OoganProcedure oogan = oogan(1, 1, 1, true, 0);
    TrainingState state = trained(oogan, 2);
    try (OoganSession session = new OoganSession(oogan, DataType.FLOAT)) {
      session.load(state);
      session.network(OoganProcedure.D).restart(9);
      NetworkState restarted = session.save().network(OoganProcedure.D);
      assertEquals(0, restarted.updates());
      assertNotEquals(state.network(OoganProcedure.D), restarted);
      assertEquals(
          state.network(OoganProcedure.D).parameters().length, restarted.parameters().length);
    }
  }

  @Test
  void trainingTeachesQTheCodes() {
    OoganProcedure oogan = TinyOoganNetworks.procedure(ALL, 5e-3, 1, 1, 0.1, true, 0);
    try (WorkerSession session = oogan.open(Precision.FLOAT32)) {
      session.load(oogan.initialState(3));
      double first = 0;
      double last = 0;
      for (int i = 0; i < 60; i++) {
        double loss = session.step(TinyNetworks.pixels(i, PIXELS), i).of("Q");
        first += i < 10 ? loss / 10 : 0;
        last += i >= 50 ? loss / 10 : 0;
      }
      assertTrue(last < first, first + " -> " + last);
    }
  }
}
