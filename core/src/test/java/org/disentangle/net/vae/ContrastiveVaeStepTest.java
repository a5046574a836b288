// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.procedure.TinySystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The contrastive regulariser of an autoencoder: its formula, its gradient, and nothing changed
 * before it is on.
 */
class ContrastiveVaeStepTest {

  private static final int CODES = 3;
  private static final int ROWS = 8;
  private static final AdamSettings ADAM = AdamSettings.usual(1e-3);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static ContrastiveVaeProcedure vae(double alpha, long crStart) {
    VaeProcedure base =
        new VaeProcedure(
            TinyVaeNetworks.networks(CODES),
            ROWS,
            new VaeObjective.PenalisedTotalCorrelation(6),
            0,
            ADAM,
            ADAM);
    return new ContrastiveVaeProcedure(
        base, TinyNetworks.networks(false).contrast(), alpha, crStart, 1, ADAM);
  }

  private static TrainingState trained(TrainingProcedure procedure, int steps) {
    return TinySystem.trained(procedure, procedure.initialState(4), steps);
  }

  @Test
  void beforeItsStartTheContrastChangesNothing() {
    TrainingState off = trained(vae(2, 4), 4);
    TrainingState base = trained(vae(2, 4).base(), 4);
    base.networks().forEach((name, network) -> assertEquals(network, off.network(name), name));
    assertEquals(0, off.network("H").updates());
    TrainingState on = trained(vae(2, 2), 4);
    assertEquals(2, on.network("H").updates());
    assertNotEquals(base.network("Dec"), on.network("Dec"));
    assertFalse(vae(2, 4).isActive("CR", 3));
    assertTrue(vae(2, 4).isActive("H", 4));
  }

  @Test
  void trainingIsRepeatableAndResumable() {
    TrainingProcedure procedure = vae(2, 1);
    TrainingState whole = trained(procedure, 4);
    assertEquals(whole, trained(procedure, 4));
    assertEquals(whole, TinySystem.trained(procedure, trained(procedure, 2), 2));
  }

  @Test
  void theContrastsGradientByTheDecoderIsThatOfTheFormula() {
    ContrastiveVaeSession session = new ContrastiveVaeSession(vae(1.5, 0), DataType.DOUBLE);
    Network decoder = session.base().network(VaeProcedure.DEC);
    TinyNetworks.enliven(decoder.graph(), 1);
    TinyNetworks.enliven(session.extraNetwork().graph(), 2);
    decoder.prepare();
    ContrastivePairs pairs =
        ContrastivePairs.sample(
            vae(1, 0).base().latent(), PairDesign.STANDARD, ROWS, 1, new SplittableRandom(7));
    DoubleSupplier formula = () -> crossEntropy(session, pairs);
    decoder.clearGradients();
    double loss = session.accumulate(pairs);
    assertEquals(formula.getAsDouble(), loss, 1e-9);
    double[] gradient = VaeFormulas.values(TinyNetworks.gradient(decoder));
    FiniteDifferences.require(decoder.graph().params(), formula, 1.5, gradient);
    double before = formula.getAsDouble();
    for (int i = 0; i < 20; i++) {
      session.train(pairs);
    }
    session.extraNetwork().prepare();
    assertTrue(formula.getAsDouble() < before, "H learns");
    session.close();
  }

  /** H's loss on a pair of decoded images, from the definition of cross-entropy. */
  private static double crossEntropy(ContrastiveVaeSession session, ContrastivePairs pairs) {
    INDArray first = probabilities(session, pairs.first());
    INDArray second = probabilities(session, pairs.second());
    Pass judged = session.extraNetwork().newPass();
    judged.forward(Nd4j.concat(1, first, second), true);
    double[] logits = VaeFormulas.values(judged.head(InfoGanCrNetworks.INDEX));
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double all = 0;
      for (int code = 0; code < CODES; code++) {
        all += Math.exp(logits[row * CODES + code]);
      }
      sum -= Math.log(Math.exp(logits[row * CODES + pairs.index()[row]]) / all);
    }
    return sum / ROWS;
  }

  private static INDArray probabilities(ContrastiveVaeSession session, float[] codes) {
    Pass decoded = session.base().network(VaeProcedure.DEC).newPass();
    decoded.forward(Nd4j.createFromArray(codes).castTo(DataType.DOUBLE).reshape(ROWS, CODES), true);
    return Transforms.sigmoid(decoded.head(VaeNetworks.LOGITS), true);
  }
}
