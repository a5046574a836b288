// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.ibgan;

import static org.disentangle.net.TinyIbGanNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.Engine;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.PlainForward;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and gradients of IB-GAN against plain loops and finite differences, in doubles. */
class IbGanStepTest {

  private final IbGanProcedure procedure = TinyIbGanNetworks.procedure(1e-3);
  private final float[] pixels = TinyNetworks.pixels(1, ROWS * 64);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** At an iteration, with weights that matter. */
  private IbGanSession session(long iteration) {
    IbGanSession session = new IbGanSession(procedure, DataType.DOUBLE);
    session.load(new TrainingState(iteration, procedure.initialState(1).networks()));
    for (String name : procedure.networks().architectures().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
    }
    return session;
  }

  private IbGanDraws draws(long iteration) {
    return IbGanDraws.of(procedure, iteration, new SplittableRandom(7));
  }

  private Formulas formulas(IbGanSession session, long iteration) {
    return new Formulas(session, pixels, draws(iteration));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 8})
  void lossesAreThoseOfTheFormulas(long iteration) {
    try (IbGanSession session = session(iteration)) {
      Formulas formulas = formulas(session, iteration);
      double discriminator = formulas.discriminator();
      double reconstruction = formulas.reconstruction();
      double generator = formulas.generator();
      double divergence = formulas.divergence();
      LossValues found = session.step(pixels, draws(iteration));
      assertEquals(discriminator, found.of("D"), 1e-9);
      assertEquals(reconstruction, found.of("Q"), 1e-9);
      assertEquals(generator, found.of("G"), 1e-9);
      assertEquals(divergence, found.of("KL"), 1e-9);
      assertEquals(List.of("D", "Q", "G", "KL"), procedure.lossNames());
      assertEquals(iteration + 1, session.save().iteration());
      assertTrue(Math.abs(discriminator - formulas.discriminator()) > 1e-6, "weights have moved");
    }
  }

  /** With noise on images, some of them at the limits of the range, and without. */
  @ParameterizedTest
  @ValueSource(longs = {4, 8})
  void gradientsAreThoseOfTheWholeLoss(long iteration) {
    try (IbGanSession session = session(iteration)) {
      Formulas formulas = formulas(session, iteration);
      session.accumulate(pixels, draws(iteration));
      check(session.network(IbGanProcedure.D), formulas::discriminator);
      DoubleSupplier loss =
          () -> formulas.generator() + formulas.reconstruction() + 0.7 * formulas.divergence();
      for (String name : List.of(IbGanProcedure.G, IbGanProcedure.R, IbGanProcedure.Q)) {
        check(session.network(name), loss);
      }
    }
  }

  private static void check(Network network, DoubleSupplier loss) {
    int moving = FiniteDifferences.requireSome(network, loss, 5);
    assertTrue(moving > 10, network.architecture().name() + ": " + moving + " are not 0");
  }

  @Test
  void noiseIsLimitedToTheRangeAndStopsGradientsThere() {
    INDArray images = Nd4j.createFromArray(new double[] {0.1, 0.5, 0.9});
    NoisyImages noisy =
        NoisyImages.of(images, Nd4j.createFromArray(new double[] {-0.2, 0.25, 0.2}));
    assertArrayEquals(new double[] {0, 0.75, 1}, noisy.images().toDoubleVector());
    assertArrayEquals(
        new double[] {0, 4, 0},
        noisy.back(Nd4j.createFromArray(new double[] {3, 4, 5})).toDoubleVector());
    assertArrayEquals(new double[] {0.1, 0.5, 0.9}, images.toDoubleVector());
  }

  @Test
  void theNoiseOnImagesFallsLinearly() {
    assertEquals(0.5, procedure.instanceNoise(0));
    assertEquals(0.25, procedure.instanceNoise(4));
    assertEquals(0, procedure.instanceNoise(8));
    double squares = 0;
    float[] drawn = draws(4).pixelNoise();
    for (float value : drawn) {
      squares += value * value;
    }
    assertEquals(0.25, Math.sqrt(squares / drawn.length), 0.03);
  }

  /**
   * The losses straight from their formulas, on plain networks with the parameters of a session.
   *
   * @param pixels of a batch
   */
  private record Formulas(IbGanSession session, float[] pixels, IbGanDraws draws) {

    double discriminator() {
      double sum = 0;
      for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(rows(pixels), 0))) {
        sum -= Math.log(p[0] + 1e-8);
      }
      for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(generated(), 1))) {
        sum -= Math.log(1 - p[0] + 1e-8);
      }
      return sum / ROWS;
    }

    double reconstruction() {
      double[][] z = rows(draws.noise());
      double[][] found = run(IbGanProcedure.Q, IbGanNetworks.NOISE, noisy(generated(), 1));
      double sum = 0;
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < z[row].length; i++) {
          sum += Math.pow(z[row][i] - found[row][i], 2) / 2;
        }
      }
      return sum / ROWS;
    }

    double generator() {
      double sum = 0;
      for (double[] p : run(IbGanProcedure.D, IbGanNetworks.REAL, noisy(generated(), 1))) {
        sum -= Math.log(p[0] + 1e-8);
      }
      return sum / ROWS;
    }

    double divergence() {
      double[][] mean = run(IbGanProcedure.R, IbGanNetworks.MEAN, rows(draws.noise()));
      double[][] logVariance =
          run(IbGanProcedure.R, IbGanNetworks.LOG_VARIANCE, rows(draws.noise()));
      double sum = 0;
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < mean[row].length; i++) {
          double deviation = Math.exp(logVariance[row][i] / 2);
          sum +=
              (deviation * deviation + mean[row][i] * mean[row][i] - 1) / 2 - Math.log(deviation);
        }
      }
      return sum / ROWS;
    }

    private double[][] generated() {
      double[][] mean = run(IbGanProcedure.R, IbGanNetworks.MEAN, rows(draws.noise()));
      double[][] logVariance =
          run(IbGanProcedure.R, IbGanNetworks.LOG_VARIANCE, rows(draws.noise()));
      double[][] codes = rows(draws.codeNoise());
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < mean[row].length; i++) {
          codes[row][i] = mean[row][i] + Math.exp(logVariance[row][i] / 2) * codes[row][i];
        }
      }
      return run(IbGanProcedure.G, IbGanNetworks.IMAGE, codes);
    }

    private double[][] noisy(double[][] images, int use) {
      double[][] sum = new double[ROWS][images[0].length];
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < sum[row].length; i++) {
          double added =
              draws.pixelNoise() == null
                  ? 0
                  : draws.pixelNoise()[(use * ROWS + row) * sum[row].length + i];
          sum[row][i] = Math.min(1, Math.max(0, images[row][i] + added));
        }
      }
      return sum;
    }

    private double[][] run(String name, String head, double[][] input) {
      Network network = session.network(name);
      return new PlainForward(network).of(head, input);
    }

    private double[][] rows(float[] values) {
      int width = values.length / ROWS;
      double[][] cut = new double[ROWS][width];
      for (int i = 0; i < values.length; i++) {
        cut[i / width][i % width] = values[i];
      }
      return cut;
    }
  }
}
