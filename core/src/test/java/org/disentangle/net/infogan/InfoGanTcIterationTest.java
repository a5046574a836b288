// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.procedure.JudgeFormulas.crossEntropy;
import static org.disentangle.net.procedure.JudgeFormulas.loaded;
import static org.disentangle.net.procedure.JudgeFormulas.rows;
import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.procedure.CodeShuffle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whole iterations with the total correlation: which networks, draws and weights each loss comes
 * from.
 */
class InfoGanTcIterationTest {

  private static final int CODE_COUNT = 3;
  private static final int ROWS = 8;
  private static final long SEED = 11;
  private static final AdamSettings FROZEN = AdamSettings.usual(0);
  private static final AdamSettings FAST = AdamSettings.usual(0.05);
  private static final float[] PIXELS = TinyNetworks.pixels(5, ROWS * 64);
  private static final Architecture TC_DISCRIMINATOR =
      TinyVaeNetworks.networks(CODE_COUNT).tcDiscriminator();

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** Without the contrastive regulariser. */
  private static InfoGanTcProcedure correlated(
      double lambda, double gamma, AdamSettings generator, AdamSettings discriminator) {
    InfoGanProcedure base =
        new InfoGanProcedure(
            TinyNetworks.networks(true),
            TinyNetworks.LATENT,
            ROWS,
            lambda,
            ContrastSchedule.NONE,
            new InfoGanOptimisers(generator, discriminator, FAST));
    return new InfoGanTcProcedure(base, TC_DISCRIMINATOR, gamma, FAST);
  }

  /** With G still, its images are those of the iteration's first draws, before and after. */
  @Test
  void theCorrelationIsThatOfTheCodesOfGeneratedImages() {
    InfoGanTcProcedure procedure = correlated(0.2, 3, FROZEN, FAST);
    TrainingState before = procedure.initialState(3);
    InfoGanTcSession session = new InfoGanTcSession(procedure, DataType.DOUBLE);
    session.load(before);
    LossValues losses = session.step(PIXELS, SEED);
    Pass generated = session.base().network("G").newPass();
    generated.forward(
        rows(TinyNetworks.LATENT.sample(ROWS, new SplittableRandom(SEED)), ROWS), true);
    Pass judged = session.base().network("D").newPass();
    judged.forward(generated.head(IMAGE), true);
    INDArray codes = judged.head(CODES).dup();
    Pass tcDiscriminator = loaded(TC_DISCRIMINATOR, FAST, before).newPass();
    tcDiscriminator.forward(codes, true);
    INDArray logits = tcDiscriminator.head(LOGITS);
    double correlation = logits.getColumn(0).sub(logits.getColumn(1)).meanNumber().doubleValue();
    assertEquals(correlation, losses.of("totalCorrelation"), 1e-9);
    INDArray shuffled = new CodeShuffle(new SplittableRandom(SEED ^ 0x7C0DE)).of(codes);
    int[] one = new int[ROWS];
    Arrays.fill(one, 1);
    double half = crossEntropy(tcDiscriminator, LOGITS, codes, new int[ROWS]) / 2;
    assertEquals(
        half + crossEntropy(tcDiscriminator, LOGITS, shuffled, one) / 2,
        losses.of("density"),
        1e-9);
    session.close();
  }

  /** Where one of G and D stands still, the other can only move otherwise by its own loss. */
  @Test
  void theCorrelationCountsForGAndForQ() {
    assertNotEquals(
        iterated(correlated(0.2, 0, FAST, FROZEN)).network("G"),
        iterated(correlated(0.2, 3, FAST, FROZEN)).network("G"));
    assertNotEquals(
        iterated(correlated(0.2, 0, FROZEN, FAST)).network("D"),
        iterated(correlated(0.2, 3, FROZEN, FAST)).network("D"));
  }

  private static TrainingState iterated(TrainingProcedure procedure) {
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(3));
      session.step(PIXELS, SEED);
      return session.save();
    }
  }
}
