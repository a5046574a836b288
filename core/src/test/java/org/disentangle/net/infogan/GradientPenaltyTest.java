// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyNetworks.uniform;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.PlainForward;
import org.disentangle.net.TinyInfoGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.layer.Nonlinearity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The penalty against numeric slopes, and its gradient against differences of the penalty. */
@Tag("train")
class GradientPenaltyTest {

  private static final int ROWS = 3;
  private static final double WEIGHT = 10;
  private static final int DIRECTIONS = 8;

  private final INDArray real = uniform(DataType.DOUBLE, 1, 0, 1, ROWS, 1, 8, 8);
  private final INDArray fake = uniform(DataType.DOUBLE, 2, 0, 1, ROWS, 1, 8, 8);
  private final INDArray share = uniform(DataType.DOUBLE, 3, 0, 1, ROWS);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static Network discriminator(boolean spectral) {
    Architecture d =
        (spectral ? TinyNetworks.networks(true) : TinyInfoGanNetworks.networks())
            .withReal(Nonlinearity.IDENTITY)
            .discriminator();
    Network network = new Network(d, AdamSettings.adversarial(1e-3), DataType.DOUBLE, 4);
    TinyNetworks.enliven(network.graph(), 5);
    TinyNetworks.converge(network);
    return network;
  }

  @ParameterizedTest(name = "spectral norm {0}")
  @ValueSource(booleans = {true, false})
  void isTheMeanSquareOfSlopesMinusOne(boolean spectral) {
    Network d = discriminator(spectral);
    INDArray shares = share.reshape(ROWS, 1, 1, 1);
    INDArray mixed = real.mul(shares).add(fake.mul(shares.rsub(1)));
    double[][] images = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      images[row] = mixed.slice(row).dup('c').data().asDouble();
    }
    PlainForward plain = new PlainForward(d.architecture(), d.save());
    double expected = 0;
    for (int row = 0; row < ROWS; row++) {
      double squares = 0;
      for (int pixel = 0; pixel < 64; pixel++) {
        double before = images[row][pixel];
        images[row][pixel] = before + 1e-5;
        double above = total(plain.of(REAL, images));
        images[row][pixel] = before - 1e-5;
        double below = total(plain.of(REAL, images));
        images[row][pixel] = before;
        squares += Math.pow((above - below) / 2e-5, 2);
      }
      expected += Math.pow(Math.sqrt(squares) - 1, 2) / ROWS;
    }
    double found = new GradientPenalty(d, REAL, WEIGHT).add(real, fake, share);
    assertEquals(WEIGHT * expected, found, 1e-3 * found);
  }

  private static double total(double[][] output) {
    double sum = 0;
    for (double[] row : output) {
      sum += row[0];
    }
    return sum;
  }

  /** Some parameters one by one, and all of them together in some directions. */
  @ParameterizedTest(name = "spectral norm {0}")
  @ValueSource(booleans = {true, false})
  void itsGradientIsThatOfItsValue(boolean spectral) {
    Network d = discriminator(spectral);
    GradientPenalty penalty = new GradientPenalty(d, REAL, WEIGHT);
    d.clearGradients();
    penalty.add(real, fake, share);
    double[] gradient = TinyNetworks.gradient(d).dup('c').data().asDouble();
    INDArray parameters = d.graph().params().reshape(gradient.length);
    int checked = 0;
    for (int at = 0; at < gradient.length; at += 1 + gradient.length / 60) {
      if (gradient[at] == 0) {
        continue;
      }
      double[] one = new double[gradient.length];
      one[at] = 1;
      assertSlope(d, penalty, parameters, gradient, one, "parameter " + at);
      checked++;
    }
    assertTrue(checked > 20, checked + " values");
    SplittableRandom random = new SplittableRandom(6);
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      double[] signs =
          Arrays.stream(gradient)
              .map(value -> value == 0 ? 0 : random.nextBoolean() ? 0.1 : -0.1)
              .toArray();
      assertSlope(d, penalty, parameters, gradient, signs, "direction " + direction);
    }
  }

  /** The change of the penalty along a direction against the gradient's part in it. */
  private void assertSlope(
      Network d,
      GradientPenalty penalty,
      INDArray parameters,
      double[] gradient,
      double[] direction,
      String name) {
    INDArray before = parameters.dup();
    INDArray step = Nd4j.createFromArray(direction).mul(1e-6);
    parameters.assign(before.add(step));
    d.prepare();
    double above = penalty.add(real, fake, share);
    parameters.assign(before.sub(step));
    d.prepare();
    double below = penalty.add(real, fake, share);
    parameters.assign(before);
    double slope = (above - below) / 2e-6;
    double expected =
        IntStream.range(0, gradient.length).mapToDouble(i -> gradient[i] * direction[i]).sum();
    assertEquals(slope, expected, 1e-4 * Math.abs(slope) + 1e-5, name);
  }
}
