// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyInfoGanNetworks.LATENT;
import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.TinyInfoGan.ROWS;
import static org.disentangle.net.procedure.TinySystem.trained;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.infogan.DiscriminatorAndQ.AuxiliaryQ;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.procedure.AdversarialLoss;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** InfoGAN without weight: D and G are a GAN's, and Q learns all the same. */
@Tag("train")
class AuxiliaryQTest {

  private static final double STEP = 1e-6;
  private static final int CATEGORIES = 4;

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static InfoGanProcedure silent() {
    return TinyInfoGan.silent(AdversarialLoss.JSD, QVariance.UNIT, 1);
  }

  /** The gradients of Q's layers are those of the plain loss, and no other layer has any. */
  @ParameterizedTest
  @CsvSource({"0, 0", "0, 0.5", "0.5, 0"})
  void gradients(double lambdaCategorical, double lambda) {
    InfoGanProcedure procedure = TinyInfoGan.weighted(lambdaCategorical, lambda);
    boolean some = lambdaCategorical + lambda > 0;
    Network d = network(procedure, DataType.DOUBLE);
    INDArray images = TinyNetworks.uniform(DataType.DOUBLE, 5, 0, 1, ROWS, 1, 8, 8);
    float[] latents = LATENT.sample(ROWS, new SplittableRandom(3));
    Pass pass = d.newPass();
    DoubleSupplier loss =
        () -> {
          d.prepare();
          pass.forward(images, true);
          double[] q = pass.head(CODES).dup('c').data().asDouble();
          return (lambdaCategorical == 0 ? categorical(q, latents) : 0)
              + (lambda == 0 ? continuous(q, latents) : 0);
        };
    double value = loss.getAsDouble();
    assertTrue(value > 1);
    d.clearGradients();
    AuxiliaryQ.of(procedure).accumulate(pass, procedure.codeLosses(0), latents);
    Map<String, double[]> found = gradients(d);
    int moving = 0;
    for (Map.Entry<String, double[]> gradient : found.entrySet()) {
      String name = gradient.getKey();
      boolean own = name.startsWith("q2 ") || (!some && name.startsWith("q1"));
      double[] expected = new double[gradient.getValue().length];
      if (own) {
        INDArray values = d.graph().getLayer(name.split(" ")[0]).getParam(name.split(" ")[1]);
        for (int i = 0; i < expected.length; i++) {
          expected[i] = difference(values, i, loss);
          moving += Math.abs(expected[i]) > 1e-4 ? 1 : 0;
        }
      }
      assertArrayEquals(expected, gradient.getValue(), 1e-6, name);
    }
    assertTrue(moving > 10, "only " + moving + " gradients are not 0");
    assertOneDnnAgrees(procedure, images, latents, found);
  }

  private static void assertOneDnnAgrees(
      InfoGanProcedure procedure,
      INDArray images,
      float[] latents,
      Map<String, double[]> expected) {
    Network d = network(procedure, DataType.FLOAT);
    Pass pass = d.newPass();
    d.prepare();
    pass.forward(images.castTo(DataType.FLOAT), true);
    d.clearGradients();
    AuxiliaryQ.of(procedure).accumulate(pass, procedure.codeLosses(0), latents);
    gradients(d).forEach((name, found) -> assertArrayEquals(expected.get(name), found, 1e-4, name));
    d.close();
  }

  private static Network network(InfoGanProcedure procedure, DataType type) {
    Network d =
        new Network(procedure.networks().discriminator(), AdamSettings.usual(1e-3), type, 4);
    TinyNetworks.enliven(d.graph(), 9);
    return d;
  }

  private static Map<String, double[]> gradients(Network network) {
    Map<String, double[]> all = new TreeMap<>();
    for (var layer : network.graph().getLayers()) {
      for (String key : new String[] {"W", "b", "gamma", "beta"}) {
        if (layer.getParam(key) != null) {
          INDArray gradient = ((FusedRuntime<?>) layer).gradientView(key);
          all.put(
              layer.conf().getLayer().getLayerName() + " " + key,
              gradient.dup('c').castTo(DataType.DOUBLE).data().asDouble());
        }
      }
    }
    return all;
  }

  private static double categorical(double[] q, float[] latents) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double total = 0;
      for (int c = 0; c < CATEGORIES; c++) {
        total += Math.exp(q[row * LATENT.codeWidth() + c]);
      }
      int category = (int) latents[row * LATENT.size()];
      sum -= q[row * LATENT.codeWidth() + category] - Math.log(total);
    }
    return sum / ROWS;
  }

  private static double continuous(double[] q, float[] latents) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int code = 0; code < 2; code++) {
        double mean = q[row * LATENT.codeWidth() + CATEGORIES + code];
        double difference = mean - latents[row * LATENT.size() + 1 + code];
        sum += (difference * difference + Math.log(2 * Math.PI)) / 2;
      }
    }
    return sum / ROWS;
  }

  private static double difference(INDArray values, int at, DoubleSupplier loss) {
    INDArray flat = values.reshape(values.length());
    double before = flat.getDouble(at);
    flat.putScalar(at, before + STEP);
    double above = loss.getAsDouble();
    flat.putScalar(at, before - STEP);
    double below = loss.getAsDouble();
    flat.putScalar(at, before);
    return (above - below) / (2 * STEP);
  }

  /** Bit by bit the same D and G, whatever Q is. */
  @Test
  void dAndGHearNothingOfQ() {
    InfoGanProcedure procedure = silent();
    TrainingState start = procedure.initialState(4);
    TrainingState end = trained(procedure, start, 6);
    TrainingState other = trained(procedure, withOtherQ(procedure, start), 6);
    assertEquals(end.network("G"), other.network("G"));
    Map<String, float[]> d = parameters(procedure, end);
    Map<String, float[]> otherD = parameters(procedure, other);
    Map<String, float[]> before = parameters(procedure, start);
    assertTrue(d.size() > 10);
    d.forEach(
        (name, values) -> {
          if (!name.startsWith("q")) {
            assertArrayEquals(values, otherD.get(name), 0, name);
          } else if (name.endsWith(" W")) {
            assertNotEquals(values[0], otherD.get(name)[0], name);
            assertNotEquals(values[0], before.get(name)[0], name);
          }
        });
  }

  private static TrainingState withOtherQ(InfoGanProcedure procedure, TrainingState state) {
    try (Network d =
        new Network(discriminator(procedure), AdamSettings.usual(1), DataType.FLOAT, 0)) {
      d.load(state.network("D"));
      for (String layer : new String[] {"q1", "q2"}) {
        d.graph().getLayer(layer).getParam("W").muli(-3);
      }
      TreeMap<String, NetworkState> states = new TreeMap<>(state.networks());
      states.put("D", d.save());
      return new TrainingState(state.iteration(), states);
    }
  }

  private static Architecture discriminator(InfoGanProcedure procedure) {
    return procedure.networks().discriminator();
  }

  private static Map<String, float[]> parameters(InfoGanProcedure procedure, TrainingState state) {
    Map<String, float[]> all = new TreeMap<>();
    try (Network d =
        new Network(discriminator(procedure), AdamSettings.usual(1), DataType.FLOAT, 0)) {
      d.load(state.network("D"));
      for (var layer : d.graph().getLayers()) {
        layer
            .paramTable()
            .forEach(
                (key, values) ->
                    all.put(
                        layer.conf().getLayer().getLayerName() + " " + key,
                        values.dup('c').data().asFloat()));
      }
    }
    return all;
  }

  /** Q learns codes of images that were not made to tell them; each variance is its likelihood. */
  @ParameterizedTest
  @EnumSource(
      value = QVariance.class,
      names = {"UNIT", "LEARNED"})
  void qsErrorFalls(QVariance variance) {
    InfoGanProcedure procedure = TinyInfoGan.silent(AdversarialLoss.JSD, variance, 1);
    int steps = 400;
    double first = 0;
    double last = 0;
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(2));
      for (int i = 0; i < steps; i++) {
        double q = session.step(TinyNetworks.pixels(i, ROWS * 64), i).of("Q");
        first += i < 50 ? q / 50 : 0;
        last += i >= steps - 50 ? q / 50 : 0;
      }
    }
    assertTrue(last < first - 0.05, first + " -> " + last);
  }

  @Test
  void checkpointsOfAQThatDidNotLearnAreOfAnotherProcedure() {
    assertTrue(silent().toString().contains("lambda=0.0 (codes of weight 0 learned apart), alpha"));
    assertTrue(
        TinyInfoGan.weighted(0, 0.5).toString().contains("lambda=0.5 (codes of weight 0 learned"));
    assertTrue(TinyInfoGan.weighted(0.5, 0).toString().contains("lambda=0.0 (codes of weight 0"));
    assertTrue(TinyInfoGan.weighted(0.5, 0.5).toString().contains("lambda=0.5, alpha"));
    assertTrue(TinyNetworks.procedure(1).toString().contains("lambda=0.2, alpha"));
    assertFalse(
        TinyInfoGan.silent(AdversarialLoss.JSD, QVariance.UNIT, 2).toString().contains("apart"));
  }
}
