// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.vae;

import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.disentangle.net.vae.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.vae.VaeNetworks.MEAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.procedure.CodeShuffle;
import org.disentangle.net.procedure.TcDiscriminator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and gradients of the autoencoders against formulas and finite differences, in doubles. */
class VaeStepTest {

  static final int ROWS = 4;
  static final int CODES = 3;
  private static final double STEP = 1e-6;
  private static final AdamSettings ADAM = new AdamSettings(1e-3, 0.9, 0.999, 1e-8);

  private final float[] pixels = TinyNetworks.pixels(1, ROWS * 64);
  private final float[] noise = noise(2);
  private final VaeFormulas formulas = new VaeFormulas(pixels, noise);

  static List<VaeObjective> objectives() {
    return List.of(
        new VaeObjective.Beta(4),
        new VaeObjective.Capacity(3, 25, 100),
        new VaeObjective.Capacity(3, 1e-9, 100),
        new VaeObjective.PenalisedTotalCorrelation(6.4),
        new VaeObjective.Decomposed(1, 6.4, 1, 1000),
        new VaeObjective.Decomposed(0.5, 2, 3, 10),
        new VaeObjective.InferredPrior(false, 3, 30),
        new VaeObjective.InferredPrior(true, 3, 0.5));
  }

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static float[] noise(long seed) {
    float[] values = new float[ROWS * CODES];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private VaeSession session(VaeObjective objective) {
    VaeProcedure vae =
        new VaeProcedure(TinyVaeNetworks.networks(CODES), ROWS, objective, 0, ADAM, ADAM);
    VaeSession session = new VaeSession(vae, DataType.DOUBLE);
    session.load(vae.initialState(1));
    vae.networks()
        .architectures()
        .keySet()
        .forEach(name -> TinyNetworks.enliven(session.network(name).graph(), name.hashCode()));
    return session;
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void lossesAndGradientsAreThoseOfTheFormulas(VaeObjective objective) {
    VaeSession session = session(objective);
    Pass encoder = session.network(VaeProcedure.E).newPass();
    Pass decoder = session.network(VaeProcedure.DEC).newPass();
    VaeSession.VaeLoss loss = session.accumulate(pixels, noise);
    double[] found = formulas.parts(objective, session, encoder, decoder);
    double[] expected = {found[0], found[1], found[2], 0, 0};
    if (objective instanceof VaeObjective.Decomposed) {
      expected = new double[] {found[0], found[1] + found[2] + found[3], found[2], 0, 0};
    } else if (objective instanceof VaeObjective.InferredPrior) {
      expected = new double[] {found[0], found[1], 0, found[2], found[3]};
    }
    assertArrayEquals(
        expected,
        new double[] {
          loss.reconstruction(),
          loss.divergence(),
          loss.totalCorrelation(),
          loss.offDiagonal(),
          loss.diagonal()
        },
        1e-9);
    DoubleSupplier total =
        () -> VaeFormulas.total(objective, formulas.parts(objective, session, encoder, decoder));
    check(session.network(VaeProcedure.E), total);
    check(session.network(VaeProcedure.DEC), total);
  }

  /** Half-way through annealing, weights count half. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void annealingScalesWhatRegularises(boolean beta) {
    VaeObjective full = beta ? new VaeObjective.Beta(4) : new VaeObjective.Decomposed(1, 6, 1, 100);
    VaeObjective half =
        beta ? new VaeObjective.Beta(2) : new VaeObjective.Decomposed(0.5, 3, 0.5, 100);
    assertArrayEquals(gradients(half, 0), gradients(full, 4), 1e-12);
  }

  /** Half-way, the gradient is the mean of those with full weight and with none. */
  @ParameterizedTest
  @CsvSource({"true", "false"})
  void annealingScalesThePenaltyOfTheCovarianceToo(boolean ofCodes) {
    VaeObjective objective = new VaeObjective.InferredPrior(ofCodes, 3, 30);
    double[] full = gradients(objective, 0);
    double[] none = gradients(new VaeObjective.Beta(0), 0);
    double[] half = gradients(objective, 4);
    for (int i = 0; i < half.length; i++) {
      assertEquals((full[i] + none[i]) / 2, half[i], 1e-12);
    }
  }

  /** Of the encoder in the iteration after two. */
  private double[] gradients(VaeObjective objective, long annealIter) {
    VaeProcedure vae =
        new VaeProcedure(TinyVaeNetworks.networks(CODES), ROWS, objective, annealIter, ADAM, ADAM);
    VaeSession session = new VaeSession(vae, DataType.DOUBLE);
    session.load(new TrainingState(2, vae.initialState(6).networks()));
    session.accumulate(pixels, noise);
    return VaeFormulas.values(TinyNetworks.gradient(session.network(VaeProcedure.E)));
  }

  @Test
  void theDensityTellsJointCodesFromShuffledOnes() {
    VaeSession session = session(new VaeObjective.PenalisedTotalCorrelation(6.4));
    Pass encoder = session.network(VaeProcedure.E).newPass();
    Pass tcDiscriminator = session.network(TcDiscriminator.NAME).newPass();
    DoubleSupplier loss =
        () -> {
          encoder.forward(
              Nd4j.createFromArray(pixels).castTo(DataType.DOUBLE).reshape(ROWS, 1, 8, 8), true);
          double[] z =
              formulas.codes(
                  VaeFormulas.values(encoder.head(MEAN)),
                  VaeFormulas.values(encoder.head(LOG_VARIANCE)));
          INDArray joint = Nd4j.createFromArray(z).reshape(ROWS, CODES);
          INDArray shuffled = new CodeShuffle(new SplittableRandom(5)).of(joint);
          return (crossEntropy(tcDiscriminator, joint, 0)
                  + crossEntropy(tcDiscriminator, shuffled, 1))
              / 2;
        };
    double value =
        session
            .tcDiscriminator()
            .accumulate(session.codes(pixels, noise), new CodeShuffle(new SplittableRandom(5)));
    assertEquals(loss.getAsDouble(), value, 1e-9);
    check(session.network(TcDiscriminator.NAME), loss);
  }

  private static double crossEntropy(Pass tcDiscriminator, INDArray z, int index) {
    tcDiscriminator.forward(z, true);
    double[] l = VaeFormulas.values(tcDiscriminator.head(LOGITS));
    double sum = 0;
    for (int i = 0; i < l.length; i += 2) {
      sum += Math.log(Math.exp(l[i]) + Math.exp(l[i + 1])) - l[i + index];
    }
    return sum / ROWS;
  }

  private static void check(Network network, DoubleSupplier loss) {
    double[] gradient = VaeFormulas.values(TinyNetworks.gradient(network));
    INDArray parameters = network.graph().params().reshape(gradient.length);
    assertTrue(Arrays.stream(gradient).filter(g -> g != 0).count() > gradient.length / 2);
    for (int at = 0; at < gradient.length; at += 1 + gradient.length / 25) {
      double before = parameters.getDouble(at);
      parameters.putScalar(at, before + STEP);
      double above = loss.getAsDouble();
      parameters.putScalar(at, before - STEP);
      double below = loss.getAsDouble();
      parameters.putScalar(at, before);
      double numeric = (above - below) / (2 * STEP);
      assertEquals(numeric, gradient[at], 1e-4 * Math.abs(numeric) + 1e-7, "parameter " + at);
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void trainingIsRepeatableResumableAndLowersTheLoss(VaeObjective objective) {
    VaeProcedure vae =
        new VaeProcedure(TinyVaeNetworks.networks(CODES), ROWS, objective, 0, ADAM, ADAM);
    TrainingState start = vae.initialState(3);
    try (WorkerSession one = vae.open(Precision.FLOAT32);
        WorkerSession other = vae.open(Precision.FLOAT32)) {
      one.load(start);
      double first = one.step(pixels, 0).of("reconstruction");
      for (int i = 1; i < 60; i++) {
        one.step(pixels, i);
      }
      TrainingState middle = one.save();
      double last = one.step(pixels, 60).of("reconstruction");
      assertTrue(last < first, first + " -> " + last);
      other.load(middle);
      assertEquals(last, other.step(pixels, 60).of("reconstruction"));
      assertEquals(one.save(), other.save());
      other.load(middle);
      other.step(pixels, 61);
      assertNotEquals(one.save(), other.save());
    }
  }
}
