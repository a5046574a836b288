// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyInfoGanNetworks.LATENT;
import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;
import static org.disentangle.net.infogan.InfoGanCrNetworks.IMAGE;
import static org.disentangle.net.infogan.InfoGanCrNetworks.REAL;
import static org.disentangle.net.infogan.TinyInfoGan.ROWS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.NetworkState;
import org.disentangle.net.PlainForward;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.procedure.AdversarialLoss;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Iterations of InfoGAN against the formulas of the paper, computed by plain loops from the same
 * weights and draws.
 */
class InfoGanStepTest {

  private static final long SEED = 11;
  private static final double CLOSE = 1e-9;
  private static final float[] PIXELS = TinyNetworks.pixels(5, ROWS * 64);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** Weights that matter. */
  private static TrainingState lively(InfoGanProcedure procedure) {
    TreeMap<String, NetworkState> states = new TreeMap<>();
    procedure
        .initialState(3)
        .networks()
        .forEach(
            (name, state) -> {
              Network network =
                  new Network(
                      architecture(procedure, name), AdamSettings.usual(1), DataType.FLOAT, 0);
              network.load(state);
              TinyNetworks.enliven(network.graph(), name.hashCode());
              states.put(
                  name, new NetworkState(network.save().parameters(), state.updaterState(), 0));
            });
    return new TrainingState(0, states);
  }

  private static Architecture architecture(InfoGanProcedure procedure, String name) {
    return name.equals(InfoGanProcedure.PACKED)
        ? procedure.packed()
        : procedure.networks().architectures().get(name);
  }

  @ParameterizedTest
  @CsvSource({
    "JSD, UNIT, 1",
    "HINGE, LEARNED, 1",
    "WASSERSTEIN_GP, FULL, 1",
    "JSD, LEARNED, 3",
    "HINGE, UNIT, 2"
  })
  void lossesAreThoseOfTheFormulas(AdversarialLoss loss, QVariance variance, int packSize) {
    InfoGanProcedure procedure = TinyInfoGan.procedure(loss, variance, packSize, 0);
    TrainingState before = lively(procedure);
    LossValues found;
    TrainingState after;
    try (WorkerSession session = new InfoGanSession(procedure, DataType.DOUBLE)) {
      session.load(before);
      found = session.step(PIXELS, SEED);
      after = session.save();
    }
    SplittableRandom draws = new SplittableRandom(SEED);
    float[] first = LATENT.sample(ROWS, draws);
    float[] second = LATENT.sample(ROWS, draws);
    PlainForward g = new PlainForward(procedure.networks().generator(), before.network("G"));
    double[][] real = rows(PIXELS);
    double[][] fake = g.of(IMAGE, rows(LATENT.input(first)));
    double[] judgedReal = judge(procedure, before, real);
    double[] judgedFake = judge(procedure, before, fake);
    assertEquals(
        mean(judgedReal, realLoss(loss)) + mean(judgedFake, fakeLoss(loss)), found.of("D"), CLOSE);
    double[][] q =
        new PlainForward(procedure.networks().discriminator(), before.network("D")).of(CODES, fake);
    double categorical = crossEntropy(q, first);
    double continuous = density(q, first, variance);
    assertEquals(categorical + continuous, found.of("Q"), CLOSE);
    assertEquals(Math.log(4) - categorical, found.of("MI_categorical"), CLOSE);
    assertEquals(2 * Math.log(2) - continuous, found.of("MI_continuous"), CLOSE);
    double[][] fresh = g.of(IMAGE, rows(LATENT.input(second)));
    assertEquals(mean(judge(procedure, after, fresh), generatorLoss(loss)), found.of("G"), 1e-5);
  }

  /** D's output, of packs of images that follow each other. */
  private static double[] judge(
      InfoGanProcedure procedure, TrainingState state, double[][] images) {
    int pack = procedure.variant().packSize();
    String name = pack == 1 ? "D" : InfoGanProcedure.PACKED;
    double[][] packs = new double[ROWS / pack][64 * pack];
    for (int row = 0; row < ROWS; row++) {
      System.arraycopy(images[row], 0, packs[row / pack], row % pack * 64, 64);
    }
    double[][] output =
        new PlainForward(architecture(procedure, name), state.network(name)).of(REAL, packs);
    return Arrays.stream(output).mapToDouble(row -> row[0]).toArray();
  }

  private static DoubleUnaryOperator realLoss(AdversarialLoss loss) {
    return switch (loss) {
      case JSD -> p -> -Math.log(p + 1e-8);
      case HINGE -> s -> Math.max(0, 1 - s);
      case WASSERSTEIN_GP -> s -> -s;
    };
  }

  private static DoubleUnaryOperator fakeLoss(AdversarialLoss loss) {
    return switch (loss) {
      case JSD -> p -> -Math.log(1 - p + 1e-8);
      case HINGE -> s -> Math.max(0, 1 + s);
      case WASSERSTEIN_GP -> s -> s;
    };
  }

  private static DoubleUnaryOperator generatorLoss(AdversarialLoss loss) {
    return loss == AdversarialLoss.JSD ? p -> -Math.log(p + 1e-8) : s -> -s;
  }

  private static double mean(double[] outputs, DoubleUnaryOperator loss) {
    return Arrays.stream(outputs).map(loss).average().orElseThrow();
  }

  private static double crossEntropy(double[][] q, float[] latents) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double total = 0;
      for (int c = 0; c < 4; c++) {
        total += Math.exp(q[row][c]);
      }
      sum -= Math.log(Math.exp(q[row][(int) latents[row * LATENT.size()]]) / total);
    }
    return sum / ROWS;
  }

  /** -log of the Gaussian density, two codes, by the inverse covariance. */
  private static double density(double[][] q, float[] latents, QVariance variance) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] root =
          switch (variance) {
            case UNIT -> new double[] {1, 0, 1};
            case LEARNED -> new double[] {Math.exp(q[row][6]), 0, Math.exp(q[row][7])};
            case FULL -> new double[] {1 + q[row][6], q[row][7], 1 + q[row][8]};
          };
      double a = q[row][4] - latents[row * LATENT.size() + 1];
      double b = q[row][5] - latents[row * LATENT.size() + 2];
      double aa = root[0] * root[0];
      double ab = root[0] * root[1];
      double bb = root[1] * root[1] + root[2] * root[2];
      double determinant = aa * bb - ab * ab;
      sum +=
          (bb * a * a - 2 * ab * a * b + aa * b * b) / (2 * determinant)
              + Math.log(determinant) / 2
              + Math.log(2 * Math.PI);
    }
    return sum / ROWS;
  }

  private static double[][] rows(float[] values) {
    int width = values.length / ROWS;
    double[][] rows = new double[ROWS][width];
    for (int i = 0; i < values.length; i++) {
      rows[i / width][i % width] = values[i];
    }
    return rows;
  }
}
