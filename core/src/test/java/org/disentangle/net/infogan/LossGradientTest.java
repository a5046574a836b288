// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyNetworks.LATENT;
import static org.disentangle.net.TinyNetworks.uniform;
import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.infogan.InfoGanCrNetworks.INDEX;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Map;
import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Losses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The gradients of the whole losses of D with Q, of H and of G, through passes and networks,
 * against finite differences in double precision.
 */
@Tag("train")
class LossGradientTest {

  private static final int ROWS = 3;
  private static final double LAMBDA = 0.7;
  private static final double ALPHA = 1.3;
  private static final double STEP = 1e-6;
  private static final int[] INDICES = {2, 0, 1};

  private final INDArray real = uniform(DataType.DOUBLE, 1, 0, 1, ROWS, 1, 8, 8);
  private final INDArray fake = uniform(DataType.DOUBLE, 2, 0, 1, ROWS, 1, 8, 8);
  private final INDArray pair = uniform(DataType.DOUBLE, 3, 0, 1, ROWS, 2, 8, 8);
  private final INDArray z = uniform(DataType.DOUBLE, 4, -1, 1, ROWS, LATENT.size());
  private final INDArray zA = uniform(DataType.DOUBLE, 5, -1, 1, ROWS, LATENT.size());
  private final INDArray zB = uniform(DataType.DOUBLE, 6, -1, 1, ROWS, LATENT.size());

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @Test
  void discriminatorWithCodes() {
    Network d = network(TinyNetworks.networks(true).discriminator());
    Pass onReal = d.newPass();
    Pass onFake = d.newPass();
    DoubleSupplier loss =
        () -> {
          d.prepare();
          onReal.forward(real, true);
          onFake.forward(fake, true);
          return AdversarialLoss.JSD.real(onReal.head(REAL)).value()
              + AdversarialLoss.JSD.fake(onFake.head(REAL)).value()
              + LAMBDA * codes(onFake).value();
        };
    loss.getAsDouble();
    d.clearGradients();
    onReal.backward(
        Map.of(REAL, AdversarialLoss.JSD.real(onReal.head(REAL)).gradient()), false, true);
    INDArray codes = codes(onFake).gradient();
    INDArray input =
        onFake.backward(
            Map.of(
                REAL,
                AdversarialLoss.JSD.fake(onFake.head(REAL)).gradient(),
                CODES,
                codes.muli(LAMBDA)),
            true,
            true);
    check(input, fake, loss);
    check(d, loss);
  }

  @ParameterizedTest(name = "spectral norm {0}")
  @ValueSource(booleans = {true, false})
  void contrast(boolean spectral) {
    Network h = network(TinyNetworks.networks(spectral).contrast());
    Pass pass = h.newPass();
    DoubleSupplier loss =
        () -> {
          h.prepare();
          pass.forward(pair, true);
          return Losses.sharedIndex(pass.head(INDEX), INDICES).value();
        };
    loss.getAsDouble();
    h.clearGradients();
    INDArray output = Losses.sharedIndex(pass.head(INDEX), INDICES).gradient();
    check(pass.backward(Map.of(INDEX, output), true, true), pair, loss);
    check(h, loss);
  }

  @Test
  void generatorThroughDiscriminatorAndContrast() {
    InfoGanCrNetworks networks = TinyNetworks.networks(true);
    Network g = network(networks.generator());
    Network d = network(networks.discriminator());
    Network h = network(networks.contrast());
    Pass[] images = {g.newPass(), g.newPass(), g.newPass()};
    Pass judged = d.newPass();
    Pass contrasted = h.newPass();
    DoubleSupplier loss =
        () -> {
          g.prepare();
          images[0].forward(z, true);
          images[1].forward(zA, true);
          images[2].forward(zB, true);
          judged.forward(images[0].head(IMAGE), true);
          contrasted.forward(Nd4j.concat(1, images[1].head(IMAGE), images[2].head(IMAGE)), true);
          return AdversarialLoss.JSD.real(judged.head(REAL)).value()
              + LAMBDA * codes(judged).value()
              + ALPHA * Losses.sharedIndex(contrasted.head(INDEX), INDICES).value();
        };
    loss.getAsDouble();
    INDArray codes = codes(judged).gradient();
    INDArray index = Losses.sharedIndex(contrasted.head(INDEX), INDICES).gradient();
    INDArray toImages =
        judged.backward(
            Map.of(
                REAL,
                AdversarialLoss.JSD.real(judged.head(REAL)).gradient(),
                CODES,
                codes.muli(LAMBDA)),
            true,
            false);
    INDArray toPair = contrasted.backward(Map.of(INDEX, index.muli(ALPHA)), true, false);
    g.clearGradients();
    INDArray toLatents = images[0].backward(Map.of(IMAGE, toImages), true, true);
    images[1].backward(Map.of(IMAGE, channel(toPair, 0)), false, true);
    images[2].backward(Map.of(IMAGE, channel(toPair, 1)), false, true);
    check(g, loss);
    checkNoise(toLatents, loss);
  }

  private CodeLosses.CodeLoss codes(Pass judged) {
    return new CodeLosses(LATENT, QVariance.UNIT)
        .of(judged.head(CODES), z.dup().data().asFloat(), 1, 1);
  }

  private static INDArray channel(INDArray maps, int channel) {
    return maps.get(all(), interval(channel, channel + 1), all(), all()).dup('c');
  }

  private static Network network(Architecture architecture) {
    Network network =
        new Network(architecture, AdamSettings.adversarial(1e-3), DataType.DOUBLE, 11);
    TinyNetworks.enliven(network.graph(), 12);
    TinyNetworks.converge(network);
    return network;
  }

  /** Some values of every trained parameter. */
  private static void check(Network network, DoubleSupplier loss) {
    TinyNetworks.gradient(network);
    int checked = 0;
    for (var layer : network.graph().getLayers()) {
      for (String key : new String[] {"W", "b", "gamma", "beta"}) {
        INDArray values = layer.getParam(key);
        if (values == null) {
          continue;
        }
        INDArray gradient = ((FusedRuntime<?>) layer).gradientView(key).dup('c');
        for (long at = 0; at < values.length(); at += 1 + values.length() / 6) {
          String name = layer.conf().getLayer().getLayerName() + " " + key + " " + at;
          compare(name, gradient.getDouble(at), difference(values, at, loss));
          checked++;
        }
      }
    }
    assertTrue(checked > 30, "only " + checked + " values checked");
  }

  /** Values of the input at regular places. */
  private static void check(INDArray gradient, INDArray input, DoubleSupplier loss) {
    INDArray kept = gradient.dup('c');
    for (long at = 0; at < input.length(); at += 17) {
      compare("input " + at, kept.getDouble(at), difference(input, at, loss));
    }
  }

  /** The noise columns of the latent vectors: the codes are targets of the loss as well. */
  private void checkNoise(INDArray gradient, DoubleSupplier loss) {
    INDArray kept = gradient.dup('c');
    for (int row = 0; row < ROWS; row++) {
      for (int column = LATENT.numCodes(); column < LATENT.size(); column++) {
        long at = (long) row * LATENT.size() + column;
        compare("noise " + at, kept.getDouble(at), difference(z, at, loss));
      }
    }
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

  private static void compare(String name, double analytic, double numeric) {
    assertEquals(numeric, analytic, 1e-5 * Math.abs(numeric) + 1e-8, name);
  }
}
