// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.TinyStyleNetworks.CLASSES;
import static org.disentangle.net.TinyStyleNetworks.UNSPECIFIED_DIM;
import static org.disentangle.net.stylecontent.StyleContentNetworks.LOGITS;
import static org.disentangle.net.stylecontent.StyleContentNetworks.LOG_VARIANCE;
import static org.disentangle.net.stylecontent.StyleContentNetworks.MEAN;
import static org.disentangle.net.stylecontent.StyleContentNetworks.REAL;
import static org.disentangle.net.stylecontent.StyleContentNetworks.SPECIFIED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.LossValues;
import org.disentangle.net.Network;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyStyleNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.disentangle.net.stylecontent.StyleContentSession.AutoencoderLosses;
import org.disentangle.net.stylecontent.StyleContentSession.StyleContentDraws;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The losses of specified and unspecified codes against plain loops and finite differences. */
class StyleContentStepTest {

  private static final int ROWS = 4;
  private static final int PIXELS = 64;
  private static final double STEP = 1e-6;
  private static final double LAMBDA = 1.7;
  private static final double KL_WEIGHT = 0.6;
  private static final StyleContentProcedure PROCEDURE =
      new StyleContentProcedure(
          TinyStyleNetworks.networks(),
          ROWS,
          LAMBDA,
          KL_WEIGHT,
          AdamSettings.adversarial(2e-3),
          AdamSettings.adversarial(1e-3));

  private final float[] rows = rows(1);
  private final Triplets triplets = Triplets.of(rows, PROCEDURE.labelled());
  private final float[] noise = gaussians(2);
  private final float[] prior = gaussians(3);

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  /** Anchors, partners and others, each with its label behind it. */
  private static float[] rows(long seed) {
    LabelledPixels labelled = PROCEDURE.labelled();
    float[] rows = new float[3 * ROWS * labelled.size()];
    for (int i = 0; i < 3 * ROWS; i++) {
      float[] image = labelled.join(TinyNetworks.pixels(100 * seed + i, PIXELS), i % CLASSES);
      System.arraycopy(image, 0, rows, i * labelled.size(), image.length);
    }
    return rows;
  }

  private static float[] gaussians(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] drawn = new float[ROWS * UNSPECIFIED_DIM];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) random.nextGaussian();
    }
    return drawn;
  }

  private static StyleContentSession session() {
    StyleContentSession session = new StyleContentSession(PROCEDURE, DataType.DOUBLE);
    session.load(PROCEDURE.initialState(1));
    for (String name : PROCEDURE.networks().architectures().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
      session.network(name).prepare();
    }
    return session;
  }

  /** Reconstruction, reconstruction by the partner, divergence, swapped, sampled, D. */
  private double[] formulas(StyleContentSession session) {
    PlainStyleNetwork encoder = new PlainStyleNetwork(session.network("E"));
    double[][] x1 = table(triplets.anchors());
    double[][] x2 = table(triplets.others());
    double[][] mean = encoder.head(MEAN, x1, null);
    double[][] logVariance = encoder.head(LOG_VARIANCE, x1, null);
    double[][] z1 = new double[ROWS][UNSPECIFIED_DIM];
    double divergence = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < UNSPECIFIED_DIM; j++) {
        double variance = Math.exp(logVariance[i][j]);
        z1[i][j] = mean[i][j] + Math.sqrt(variance) * noise[i * UNSPECIFIED_DIM + j];
        divergence += (mean[i][j] * mean[i][j] + variance - 1 - logVariance[i][j]) / 2 / ROWS;
      }
    }
    double[][] s2 = encoder.head(SPECIFIED, x2, null);
    double[][] swapped = decode(session, z1, s2);
    double[][] sampled = decode(session, table(prior), s2);
    return new double[] {
      crossEntropy(x1, decode(session, z1, encoder.head(SPECIFIED, x1, null))),
      crossEntropy(
          x1, decode(session, z1, encoder.head(SPECIFIED, table(triplets.partners()), null))),
      divergence,
      meanLog(judge(session, swapped), true),
      meanLog(judge(session, sampled), true),
      meanLog(judge(session, x2), true) + meanLog(judge(session, swapped), false)
    };
  }

  private static double[][] decode(StyleContentSession session, double[][] z, double[][] s) {
    double[][] codes = new double[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      codes[i] = Arrays.copyOf(z[i], z[i].length + s[i].length);
      System.arraycopy(s[i], 0, codes[i], z[i].length, s[i].length);
    }
    double[][] logits = new PlainStyleNetwork(session.network("Dec")).head(LOGITS, codes, null);
    for (double[] image : logits) {
      Arrays.setAll(image, i -> 1 / (1 + Math.exp(-image[i])));
    }
    return logits;
  }

  private double[] judge(StyleContentSession session, double[][] images) {
    double[][] found =
        new PlainStyleNetwork(session.network("D")).head(REAL, images, triplets.otherLabels());
    return Arrays.stream(found).mapToDouble(row -> row[0]).toArray();
  }

  private static double meanLog(double[] probabilities, boolean real) {
    return -Arrays.stream(probabilities).map(p -> Math.log(real ? p : 1 - p)).average().orElse(0);
  }

  private static double crossEntropy(double[][] x, double[][] p) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < PIXELS; j++) {
        sum -= x[i][j] * Math.log(p[i][j]) + (1 - x[i][j]) * Math.log(1 - p[i][j]);
      }
    }
    return sum / ROWS;
  }

  private static double[][] table(float[] values) {
    double[][] table = new double[ROWS][values.length / ROWS];
    for (int i = 0; i < values.length; i++) {
      table[i / table[0].length][i % table[0].length] = values[i];
    }
    return table;
  }

  @Test
  void lossesAreThoseOfTheFormulas() {
    StyleContentSession session = session();
    double[] expected = formulas(session);
    AutoencoderLosses losses = session.accumulate(triplets, new StyleContentDraws(noise, prior));
    double discriminator = session.accumulateDiscriminator(triplets);
    assertArrayEquals(
        expected,
        new double[] {
          losses.reconstruction(),
          losses.partnerReconstruction(),
          losses.divergence(),
          losses.swapped(),
          losses.sampled(),
          discriminator
        },
        1e-6);
  }

  @Test
  void gradientsAreThoseOfTheWeightedFormulas() {
    StyleContentSession session = session();
    session.accumulate(triplets, new StyleContentDraws(noise, prior));
    DoubleSupplier autoencoder =
        () -> {
          double[] l = formulas(session);
          return l[0] + l[1] + KL_WEIGHT * l[2] + LAMBDA * (l[3] + l[4]);
        };
    check(session.network("E"), autoencoder);
    check(session.network("Dec"), autoencoder);
    session.accumulateDiscriminator(triplets);
    check(session.network("D"), () -> formulas(session)[5]);
  }

  private static void check(Network network, DoubleSupplier loss) {
    double[] gradient = TinyNetworks.gradient(network).dup('c').data().asDouble();
    INDArray parameters = network.graph().params().reshape(gradient.length);
    assertTrue(Arrays.stream(gradient).filter(g -> g != 0).count() > gradient.length / 2);
    for (int at = 0; at < gradient.length; at += 1 + gradient.length / 60) {
      double before = parameters.getDouble(at);
      parameters.putScalar(at, before + STEP);
      double above = loss.getAsDouble();
      parameters.putScalar(at, before - STEP);
      double below = loss.getAsDouble();
      parameters.putScalar(at, before);
      double numeric = (above - below) / (2 * STEP);
      assertEquals(numeric, gradient[at], 1e-5 * Math.abs(numeric) + 2e-6, "parameter " + at);
    }
  }

  /** The step is one update of E and Dec, then one of D by images made before it. */
  @Test
  void aStepUpdatesTheAutoencoderAndThenTheDiscriminator() {
    TrainingState start = PROCEDURE.initialState(5);
    try (WorkerSession whole = PROCEDURE.open(Precision.FLOAT32);
        StyleContentSession parts = new StyleContentSession(PROCEDURE, DataType.FLOAT)) {
      whole.load(start);
      LossValues losses = whole.step(rows, 9);
      parts.load(start);
      SplittableRandom random = new SplittableRandom(9);
      AutoencoderLosses first =
          parts.accumulate(triplets, new StyleContentDraws(drawn(random), drawn(random)));
      double discriminator = parts.accumulateDiscriminator(triplets);
      for (String name : PROCEDURE.networks().architectures().keySet()) {
        parts.network(name).update();
      }
      assertEquals(first.swapped(), losses.of("swapped"));
      assertEquals(discriminator, losses.of("D"));
      assertEquals(parts.save().networks(), whole.save().networks());
      assertEquals(1, whole.save().iteration());
    }
  }

  /** Parameters move by the learning rate times their gradient, and nothing else is kept. */
  @Test
  void plainDescentMovesParametersAlongTheirGradients() {
    double rate = 1e-4;
    double rateD = 1e-3;
    StyleContentProcedure descending =
        new StyleContentProcedure(
            PROCEDURE.networks(),
            ROWS,
            LAMBDA,
            KL_WEIGHT,
            AdamSettings.adversarial(rate),
            AdamSettings.adversarial(rateD),
            0,
            true,
            false);
    TrainingState start = PROCEDURE.initialState(5);
    try (WorkerSession whole = descending.open(Precision.FLOAT32);
        StyleContentSession parts = new StyleContentSession(descending, DataType.FLOAT)) {
      whole.load(start);
      whole.step(rows, 9);
      TrainingState end = whole.save();
      parts.load(start);
      SplittableRandom random = new SplittableRandom(9);
      parts.accumulate(triplets, new StyleContentDraws(drawn(random), drawn(random)));
      for (String name : List.of("E", "Dec")) {
        checkDescent(parts, name, rate, start, end);
      }
      parts.accumulateDiscriminator(triplets);
      checkDescent(parts, "D", rateD, start, end);
    }
    assertTrue(descending.toString().contains("descent"), "of another run");
    assertFalse(PROCEDURE.toString().contains("descent"));
  }

  /** Weights and moving statistics on the way to s; those to z, Dec and D learn. */
  @Test
  void aFrozenSpecifiedCodeStaysAsItWas() {
    StyleContentProcedure frozen =
        new StyleContentProcedure(
            PROCEDURE.networks(),
            ROWS,
            LAMBDA,
            KL_WEIGHT,
            AdamSettings.adversarial(2e-3),
            AdamSettings.adversarial(1e-3),
            0.5,
            false,
            true);
    TrainingState start = PROCEDURE.initialState(5);
    try (StyleContentSession session = new StyleContentSession(frozen, DataType.FLOAT)) {
      session.load(start);
      Map<String, float[]> before = layers(session.network("E"));
      for (int i = 0; i < 3; i++) {
        session.step(rows, i);
      }
      Map<String, float[]> after = layers(session.network("E"));
      List<String> learned =
          before.keySet().stream()
              .filter(layer -> !Arrays.equals(before.get(layer), after.get(layer)))
              .toList();
      assertEquals(
          List.of(MEAN, LOG_VARIANCE),
          PROCEDURE.networks().encoder().heads().entrySet().stream()
              .filter(head -> learned.contains(head.getValue().get(0).name()))
              .map(Map.Entry::getKey)
              .toList());
      assertEquals(2, learned.size(), learned::toString);
      for (String name : List.of("Dec", "D")) {
        assertNotEquals(start.network(name), session.save().network(name), name);
      }
    }
    assertTrue(frozen.toString().contains("frozenSpecified"));
  }

  private static Map<String, float[]> layers(Network network) {
    Map<String, float[]> values = new TreeMap<>();
    for (var layer : network.graph().getLayers()) {
      values.put(layer.conf().getLayer().getLayerName(), layer.params().dup().toFloatVector());
    }
    return values;
  }

  private static void checkDescent(
      StyleContentSession parts, String name, double rate, TrainingState start, TrainingState end) {
    parts.network(name).completeGradients();
    float[] gradient = TinyNetworks.gradient(parts.network(name)).dup('c').data().asFloat();
    float[] before = start.network(name).parameters();
    float[] after = end.network(name).parameters();
    int moved = 0;
    for (int i = 0; i < before.length; i++) {
      if (gradient[i] != 0) {
        assertEquals(before[i] - rate * gradient[i], after[i], 1e-6, name + " " + i);
        moved++;
      }
    }
    assertTrue(moved > before.length / 2, name + ": " + moved + " moved");
    for (float moment : end.network(name).updaterState()) {
      assertEquals(0, moment);
    }
  }

  private static float[] drawn(SplittableRandom random) {
    float[] drawn = new float[ROWS * UNSPECIFIED_DIM];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = (float) random.nextGaussian();
    }
    return drawn;
  }

  @Test
  void trainingIsRepeatableResumableAndLowersTheReconstructionError() {
    TrainingState start = PROCEDURE.initialState(3);
    try (WorkerSession one = PROCEDURE.open(Precision.FLOAT32);
        WorkerSession other = PROCEDURE.open(Precision.FLOAT32)) {
      one.load(start);
      LossValues losses = one.step(rows, 0);
      double own = losses.of("reconstruction");
      double partner = losses.of("partnerReconstruction");
      for (int i = 1; i < 60; i++) {
        one.step(rows, i);
      }
      TrainingState middle = one.save();
      LossValues last = one.step(rows, 60);
      assertTrue(last.of("reconstruction") < own, own + " -> " + last);
      assertTrue(last.of("partnerReconstruction") < partner, partner + " -> " + last);
      other.load(middle);
      assertEquals(last.toString(), other.step(rows, 60).toString());
      assertEquals(one.save(), other.save());
      other.load(middle);
      other.step(rows, 61);
      assertNotEquals(one.save(), other.save());
    }
  }
}
