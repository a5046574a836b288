// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.disentangle.net.TinyIbGanNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.GaussianCodes;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Orthogonality;
import org.disentangle.net.procedure.VaeLosses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** OOGAN's parts in IB-GAN: draws and losses, and gradients against finite differences. */
@Tag("train")
class IbGanPluggedStepTest {

  private final IbGanProcedure procedure = TinyIbGanNetworks.plugged(1e-3);
  private final float[] pixels = TinyNetworks.pixels(1, ROWS * 64);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private IbGanSession session(long iteration) {
    IbGanSession session = new IbGanSession(procedure, DataType.DOUBLE);
    session.load(new TrainingState(iteration, procedure.initialState(1).networks()));
    for (String name : procedure.networks().architectures().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
      session.network(name).prepare();
    }
    return session;
  }

  private IbGanDraws draws(long iteration) {
    return IbGanDraws.of(procedure, iteration, new SplittableRandom(7));
  }

  @Test
  void codesAreOneHotAtEveryEvenIteration() {
    IbGanDraws even = draws(10);
    int codes = TinyIbGanNetworks.CODES;
    for (int row = 0; row < ROWS; row++) {
      float[] expected = new float[codes];
      expected[even.index()[row]] = 1;
      float[] found = new float[codes];
      System.arraycopy(even.oneHot(), row * codes, found, 0, codes);
      assertArrayEquals(expected, found);
    }
    assertNull(draws(11).oneHot());
    assertEquals(3 * ROWS, even.nuisance().length);
    assertEquals(3, procedure.latent().noiseDim());
    IbGanProcedure plain = TinyIbGanNetworks.procedure(1e-3);
    IbGanDraws without = IbGanDraws.of(plain, 11, new SplittableRandom(7));
    assertArrayEquals(without.codeNoise(), draws(11).codeNoise());
    assertNull(without.nuisance());
  }

  /** At 10 of one-hot codes, at 11 of R's; images have no noise any more. */
  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void gradientsAreThoseOfTheWholeLoss(long iteration) {
    try (IbGanSession session = session(iteration)) {
      Formulas formulas = new Formulas(session, draws(iteration));
      session.accumulate(pixels, draws(iteration));
      for (String name : List.of(IbGanProcedure.G, IbGanProcedure.R, IbGanProcedure.Q)) {
        DoubleSupplier loss = formulas::weighted;
        int moving = FiniteDifferences.requireSome(session.network(name), loss, 4);
        assertTrue(moving > 8, name + ": only " + moving + " are not 0");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void lossesAreReportedBeforeWeighting(long iteration) {
    try (IbGanSession session = session(iteration)) {
      Formulas formulas = new Formulas(session, draws(iteration));
      double[] information = formulas.information();
      double orthogonal = formulas.orthogonal();
      LossValues found = session.step(pixels, draws(iteration));
      boolean oneHot = iteration == 10;
      assertEquals(oneHot ? information[0] : 0, found.of("oneHot"), 1e-9);
      assertEquals(oneHot ? 0 : information[0], found.of("Q"), 1e-9);
      assertEquals(oneHot ? 0 : information[1], found.of("KL"), 1e-9);
      assertEquals(orthogonal, found.of("orthogonal"), 1e-12);
      assertEquals(oneHot, procedure.isActive("oneHot", iteration));
      assertEquals(!oneHot, procedure.isActive("KL", iteration));
    }
  }

  /** Of the passes of a session's networks. */
  private record Formulas(IbGanSession session, IbGanDraws draws) {

    private Pass run(String name, INDArray input) {
      Network network = session.network(name);
      network.prepare();
      Pass pass = network.newPass();
      pass.forward(input, true);
      return pass;
    }

    private INDArray codes() {
      if (draws.oneHot() != null) {
        return array(draws.oneHot());
      }
      Pass r = run("R", array(draws.noise()).reshape('c', ROWS, TinyIbGanNetworks.NOISE, 1, 1));
      INDArray deviation = Transforms.exp(r.head(IbGanNetworks.LOG_VARIANCE).mul(0.5));
      return r.head(IbGanNetworks.MEAN).add(deviation.mul(array(draws.codeNoise())));
    }

    private INDArray images() {
      INDArray input = Nd4j.concat(1, codes(), array(draws.nuisance()));
      return run("G", input).head(IbGanNetworks.IMAGE).dup();
    }

    /** The one-hot cross-entropy, or the error of z and the divergence. */
    double[] information() {
      INDArray found = run("Q", images()).head(IbGanNetworks.NOISE).dup();
      if (draws.oneHot() != null) {
        INDArray mean = run("R", found).head(IbGanNetworks.MEAN);
        return new double[] {Losses.sharedIndex(mean, draws.index()).value()};
      }
      double error =
          GaussianCodes.of(found, null, draws.noise()).value()
              - TinyIbGanNetworks.NOISE * GaussianCodes.LEAST;
      Pass r = run("R", array(draws.noise()).reshape('c', ROWS, TinyIbGanNetworks.NOISE, 1, 1));
      return new double[] {
        error,
        VaeLosses.divergence(r.head(IbGanNetworks.MEAN), r.head(IbGanNetworks.LOG_VARIANCE)).value()
      };
    }

    double orthogonal() {
      var q = session.network("Q").graph();
      return Orthogonality.of(q.getLayer("z1").getParam("W")).value()
          + Orthogonality.of(q.getLayer("z2").getParam("W")).value();
    }

    double weighted() {
      double adversarial =
          AdversarialLoss.JSD.generated(run("D", images()).head(IbGanNetworks.REAL)).value();
      double[] information = information();
      double terms =
          draws.oneHot() != null ? 1.5 * information[0] : information[0] + 0.7 * information[1];
      return adversarial + terms + 0.6 * orthogonal();
    }

    private static INDArray array(float[] values) {
      return Nd4j.createFromArray(values)
          .castTo(DataType.DOUBLE)
          .reshape('c', ROWS, values.length / ROWS);
    }
  }
}
