// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyInfoGanNetworks.LATENT;
import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;
import static org.disentangle.net.infogan.TinyInfoGan.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.infogan.InfoGanSession.InfoGanDraws;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.OoganTerms;
import org.disentangle.net.procedure.Orthogonality;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** OOGAN's parts in InfoGAN: draws, losses, and gradients against finite differences in doubles. */
@Tag("train")
class PluggedTermsTest {

  /** At this rate weights stay as they are. */
  private static final double STANDSTILL = 1e-30;

  private static final double GAMMA = 1.5;
  private static final double ORTHOGONAL = 0.6;
  private static final int FIRST_CONTINUOUS = 4;

  private final INDArray real = TinyNetworks.uniform(DataType.DOUBLE, 1, 0, 1, ROWS, 1, 8, 8);
  private final INDArray fake = TinyNetworks.uniform(DataType.DOUBLE, 2, 0, 1, ROWS, 1, 8, 8);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static float[] latents(long iteration) {
    return InfoGanDraws.of(TinyInfoGan.plugged(1, STANDSTILL), iteration, 5).latents();
  }

  @Test
  void continuousCodesAreOneHotAtEveryEvenIterationAndCategoriesAreDrawn() {
    InfoGanDraws even = InfoGanDraws.of(TinyInfoGan.plugged(1, 1), 2, 5);
    for (float[] drawn : new float[][] {even.latents(), even.fresh().get(0)}) {
      int[] chosen = OoganTerms.chosen(LATENT, drawn);
      for (int row = 0; row < ROWS; row++) {
        assertEquals(1, drawn[row * LATENT.size() + 1 + chosen[row]]);
        assertEquals(0, drawn[row * LATENT.size() + 2 - chosen[row]]);
        assertTrue(drawn[row * LATENT.size()] >= 0 && drawn[row * LATENT.size()] < 4);
      }
    }
    float[] odd = LATENT.sample(ROWS, new SplittableRandom(5));
    assertEquals(odd[1], latents(3)[1]);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 3})
  void lossesAreReportedBeforeWeighting(long iteration) {
    InfoGanProcedure procedure = TinyInfoGan.plugged(1, STANDSTILL);
    assertTrue(procedure.lossNames().contains("oneHot"));
    assertTrue(procedure.lossNames().contains("orthogonal"));
    assertEquals(iteration == 2, procedure.isActive("oneHot", iteration));
    try (InfoGanSession session = new InfoGanSession(procedure, DataType.DOUBLE)) {
      session.load(new TrainingState(iteration, procedure.initialState(1).networks()));
      Network d = session.network("D");
      TinyNetworks.enliven(d.graph(), 4);
      TinyNetworks.enliven(session.network("G").graph(), 5);
      InfoGanDraws draws = InfoGanDraws.of(procedure, iteration, 5);
      Pass generated = session.network("G").newPass();
      generated.forward(
          Nd4j.createFromArray(LATENT.input(draws.latents()))
              .reshape('c', ROWS, LATENT.inputSize())
              .castTo(DataType.DOUBLE),
          true);
      Pass judged = d.newPass();
      judged.forward(generated.head(InfoGanCrNetworks.IMAGE), true);
      double oneHot = iteration == 2 ? crossEntropy(judged.head(CODES), draws.latents()) : 0;
      LossValues found = session.step(TinyNetworks.pixels(1, ROWS * 64), draws);
      assertEquals(oneHot, found.of("oneHot"), 1e-9);
      assertEquals(cosines(d), found.of("orthogonal"), 1e-12);
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 1", "2, 2"})
  void gradientsAreThoseOfTheWholeLoss(long iteration, int packSize) {
    InfoGanProcedure procedure = TinyInfoGan.plugged(packSize, STANDSTILL);
    Network d = network(procedure, "D");
    Network packed = packSize == 1 ? null : network(procedure, "P");
    DiscriminatorAndQ both = new DiscriminatorAndQ(procedure, d, packed, null);
    float[] latents = latents(iteration);
    Pass onReal = d.newPass();
    Pass onFake = d.newPass();
    double lambda = packSize == 1 ? TinyInfoGan.LAMBDA : 1;
    double lambdaCategorical = packSize == 1 ? TinyInfoGan.LAMBDA_CATEGORICAL : 1;
    DoubleSupplier loss =
        () -> {
          d.prepare();
          onReal.forward(real, true);
          onFake.forward(fake, true);
          CodeLosses.CodeLoss codes =
              procedure.codeLosses(iteration).of(onFake.head(CODES), latents, 1, 1);
          double game =
              packSize == 1
                  ? AdversarialLoss.JSD.real(onReal.head(REAL)).value()
                      + AdversarialLoss.JSD.fake(onFake.head(REAL)).value()
                  : 0;
          return game
              + lambdaCategorical * codes.categorical()
              + lambda * codes.continuous()
              + (iteration == 2 ? GAMMA * crossEntropy(onFake.head(CODES), latents) : 0)
              + ORTHOGONAL * cosines(d);
        };
    both.accumulate(iteration, real, fake, latents, null);
    int moving = FiniteDifferences.requireSome(d, loss, 4);
    assertTrue(moving > 15, "only " + moving + " gradients are not 0");
  }

  @Test
  void imagesHearOfOneHotCodes() {
    InfoGanProcedure procedure = TinyInfoGan.plugged(1, STANDSTILL);
    Network d = network(procedure, "D");
    DiscriminatorAndQ both = new DiscriminatorAndQ(procedure, d, null, null);
    float[] latents = latents(2);
    Pass onFake = d.newPass();
    DoubleSupplier loss =
        () -> {
          onFake.forward(fake, true);
          CodeLosses.CodeLoss codes = procedure.codeLosses(2).of(onFake.head(CODES), latents, 1, 1);
          return AdversarialLoss.JSD.generated(onFake.head(REAL)).value()
              + TinyInfoGan.LAMBDA_CATEGORICAL * codes.categorical()
              + TinyInfoGan.LAMBDA * codes.continuous()
              + GAMMA * crossEntropy(onFake.head(CODES), latents);
        };
    INDArray toImages = both.gradientForGenerator(2, fake, latents).toImages().dup('c');
    FiniteDifferences.require(fake, loss, 1, toImages.data().asDouble());
  }

  @Test
  void theTextOfCheckpointsNamesThem() {
    String text = TinyInfoGan.plugged(1, 1).toString();
    assertTrue(text.contains("terms=OoganTerms[oneHot=true, gamma=1.5, orthogonalWeight=0.6]"));
    assertFalse(TinyInfoGan.weighted(1, 1).toString().contains("terms"));
  }

  private static Network network(InfoGanProcedure procedure, String name) {
    Network network =
        new Network(procedure.architectures().get(name), procedure.adam(name), DataType.DOUBLE, 11);
    TinyNetworks.enliven(network.graph(), 12);
    network.prepare();
    return network;
  }

  /** By the definition, of Q's means of the continuous codes as logits. */
  private static double crossEntropy(INDArray output, float[] latents) {
    int[] chosen = OoganTerms.chosen(LATENT, latents);
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double total = 0;
      for (int code = 0; code < LATENT.numContinuous(); code++) {
        total += Math.exp(value(output, row, FIRST_CONTINUOUS + code));
      }
      sum -= value(output, row, FIRST_CONTINUOUS + chosen[row]) - Math.log(total);
    }
    return sum / ROWS;
  }

  private static double value(INDArray output, int row, int column) {
    return output.reshape('c', output.size(0), output.size(1)).getDouble(row, column);
  }

  /** Of Q's two convolutions. */
  private static double cosines(Network d) {
    return Orthogonality.of(d.graph().getLayer("codes1").getParam("W")).value()
        + Orthogonality.of(d.graph().getLayer("codes2").getParam("W")).value();
  }
}
