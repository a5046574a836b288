// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.infogan.InfoGanCrNetworks.INDEX;
import static org.disentangle.net.procedure.JudgeFormulas.crossEntropy;
import static org.disentangle.net.procedure.JudgeFormulas.loaded;
import static org.disentangle.net.procedure.JudgeFormulas.rows;
import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.disentangle.latent.ContrastivePairs;
import org.disentangle.latent.PairDesign;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.Architecture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Whole iterations with the contrastive regulariser: which networks, draws and weights each loss
 * comes from.
 */
class ContrastiveVaeIterationTest {

  private static final int CODE_COUNT = 3;
  private static final int ROWS = 8;
  private static final double GAP = 1.5;
  private static final long SEED = 11;
  private static final AdamSettings FAST = AdamSettings.usual(0.05);
  private static final float[] PIXELS = TinyNetworks.pixels(5, ROWS * 64);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static ContrastiveVaeProcedure contrastive() {
    VaeProcedure base =
        new VaeProcedure(
            TinyVaeNetworks.networks(CODE_COUNT),
            ROWS,
            new VaeObjective.PenalisedTotalCorrelation(6),
            0,
            FAST,
            FAST);
    return new ContrastiveVaeProcedure(
        base, TinyNetworks.networks(false).contrast(), 2, 0, GAP, FAST);
  }

  /** H's loss on pairs. */
  private static double contrast(Network decoder, Network h, ContrastivePairs pairs) {
    INDArray[] images = new INDArray[2];
    for (int i = 0; i < 2; i++) {
      Pass decoded = decoder.newPass();
      decoded.forward(rows(i == 0 ? pairs.first() : pairs.second(), ROWS), true);
      images[i] = Transforms.sigmoid(decoded.head(LOGITS), true);
    }
    return crossEntropy(h.newPass(), INDEX, Nd4j.concat(1, images[0], images[1]), pairs.index());
  }

  /** The decoder meets H as both were; H then learns from fresh pairs of the new decoder. */
  @Test
  void theDecoderStepsFirstAndHOnFreshPairs() {
    ContrastiveVaeProcedure procedure = contrastive();
    TrainingState before = procedure.initialState(3);
    ContrastiveVaeSession session = new ContrastiveVaeSession(procedure, DataType.DOUBLE);
    session.load(before);
    LossValues losses = session.step(PIXELS, SEED);
    TrainingState after = session.save();
    SplittableRandom draws = new SplittableRandom(SEED ^ 0xC0);
    ContrastivePairs judged =
        ContrastivePairs.sample(procedure.base().latent(), PairDesign.STANDARD, ROWS, GAP, draws);
    ContrastivePairs fresh =
        ContrastivePairs.sample(procedure.base().latent(), PairDesign.STANDARD, ROWS, GAP, draws);
    Architecture decoder = procedure.base().networks().decoder();
    Network h = loaded(procedure.contrast(), FAST, before);
    assertEquals(contrast(loaded(decoder, FAST, before), h, judged), losses.of("CR"), 1e-9);
    assertEquals(contrast(loaded(decoder, FAST, after), h, fresh), losses.of("H"), 1e-5);
    session.close();
  }
}
