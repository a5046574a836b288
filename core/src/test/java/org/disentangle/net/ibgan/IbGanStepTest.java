package org.disentangle.net.ibgan;

import static org.disentangle.net.TinyIbGanNetworks.ROWS;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.layer.FusedRuntime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and gradients of IB-GAN against plain loops and finite differences, in doubles. */
class IbGanStepTest {

  /** Short, because some activation is near the kink of the rectifier. */
  private static final double STEP = 1e-7;

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

  private IbGanFormulas formulas(IbGanSession session, long iteration) {
    return new IbGanFormulas(session, pixels, draws(iteration), ROWS);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 4, 8})
  void lossesAreThoseOfTheFormulas(long iteration) {
    try (IbGanSession session = session(iteration)) {
      IbGanFormulas formulas = formulas(session, iteration);
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
      IbGanFormulas formulas = formulas(session, iteration);
      session.accumulate(pixels, draws(iteration));
      check(session.network(IbGanProcedure.D), formulas::discriminator);
      DoubleSupplier loss =
          () -> formulas.generator() + formulas.reconstruction() + 0.7 * formulas.divergence();
      for (String name : List.of(IbGanProcedure.G, IbGanProcedure.R, IbGanProcedure.Q)) {
        check(session.network(name), loss);
      }
    }
  }

  /** Some values of every trained parameter. */
  private static void check(Network network, DoubleSupplier loss) {
    TinyNetworks.gradient(network);
    double rounding = 1e-7 * (1 + Math.abs(loss.getAsDouble()));
    int moving = 0;
    for (var layer : network.graph().getLayers()) {
      for (String key : List.of("W", "b", "gamma", "beta")) {
        INDArray values = layer.getParam(key);
        if (values == null) {
          continue;
        }
        String name =
            network.architecture().name() + " " + layer.conf().getLayer().getLayerName() + key;
        INDArray gradient = ((FusedRuntime<?>) layer).gradientView(key).dup('c');
        for (long at = 0; at < values.length(); at += 1 + values.length() / 5) {
          double numeric = difference(values, at, loss);
          double found = gradient.getDouble(at);
          assertEquals(numeric, found, 1e-3 * Math.abs(numeric) + rounding, name + " " + at);
          moving += Math.abs(numeric) > 1e-6 ? 1 : 0;
        }
      }
    }
    assertTrue(moving > 10, network.architecture().name() + ": " + moving + " are not 0");
  }

  private static double difference(INDArray values, long at, DoubleSupplier loss) {
    double before = values.getDouble(at);
    values.putScalar(at, before + STEP);
    double above = loss.getAsDouble();
    values.putScalar(at, before - STEP);
    double below = loss.getAsDouble();
    values.putScalar(at, before);
    return (above - below) / (2 * STEP);
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
}
