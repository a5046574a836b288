// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.TinyStyleNetworks.CLASSES;
import static org.disentangle.net.TinyStyleNetworks.UNSPECIFIED_DIM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.Network;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyStyleNetworks;
import org.disentangle.net.stylecontent.StyleContentSession.AutoencoderLosses;
import org.disentangle.net.stylecontent.StyleContentSession.StyleContentDraws;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What reads labels from unspecified codes: its losses, and the gradients it gives. */
class LabelAdversaryTest {

  private static final int ROWS = 4;
  private static final int PIXELS = 64;
  private static final double WEIGHT = 3;
  private static final double STEP = 1e-6;
  private static final StyleContentProcedure PROCEDURE =
      procedure(new LabelAdversary(WEIGHT, 2, AdamSettings.usual(1e-2)));

  private final float[] rows = rows();
  private final Triplets triplets = Triplets.of(rows, PROCEDURE.labelled());
  private final StyleContentDraws draws =
      StyleContentDraws.of(PROCEDURE, new SplittableRandom(4));

  private static StyleContentProcedure procedure(LabelAdversary adversary) {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return new StyleContentProcedure(
        TinyStyleNetworks.networks(), ROWS, 1.7, 0.6, adam, adam, adversary);
  }

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static float[] rows() {
    LabelledPixels labelled = PROCEDURE.labelled();
    float[] rows = new float[3 * ROWS * labelled.size()];
    for (int i = 0; i < 3 * ROWS; i++) {
      float[] image = labelled.join(TinyNetworks.pixels(i, PIXELS), i % CLASSES);
      System.arraycopy(image, 0, rows, i * labelled.size(), image.length);
    }
    return rows;
  }

  private static StyleContentSession session() {
    StyleContentSession session = new StyleContentSession(PROCEDURE, DataType.DOUBLE);
    session.load(PROCEDURE.initialState(1));
    for (String name : PROCEDURE.architectures().keySet()) {
      TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
      session.network(name).prepare();
    }
    return session;
  }

  private double total(StyleContentSession session) {
    AutoencoderLosses l = session.accumulate(triplets, draws);
    return l.reconstruction()
        + l.partnerReconstruction()
        + 0.6 * l.divergence()
        + 1.7 * (l.swapped() + l.sampled())
        + WEIGHT * l.confusion();
  }

  @Test
  void theEncoderGetsTheGradientOfTheWeightedSum() {
    StyleContentSession session = session();
    total(session);
    check(session.network("E"), () -> total(session));
  }

  @Test
  void theReaderGetsTheGradientOfItsCrossEntropy() {
    StyleContentSession session = session();
    ReadLabels reader = new ReadLabels(PROCEDURE.labelAdversary(), session.network("C"));
    INDArray means = TinyNetworks.uniform(DataType.DOUBLE, 5, -1, 1, ROWS, UNSPECIFIED_DIM);
    int[] labels = {0, 2, 1, 0};
    reader.confusion(means);
    reader.accumulate(labels);
    check(session.network("C"), () -> reader.accumulate(labels));
  }

  private static void check(Network network, DoubleSupplier loss) {
    double[] gradient = TinyNetworks.gradient(network).dup('c').data().asDouble();
    INDArray parameters = network.graph().params().reshape(gradient.length);
    assertTrue(Arrays.stream(gradient).filter(g -> g != 0).count() > gradient.length / 4);
    for (int at = 0; at < gradient.length; at += 1 + gradient.length / 60) {
      double before = parameters.getDouble(at);
      parameters.putScalar(at, before + STEP);
      double above = loss.getAsDouble();
      parameters.putScalar(at, before - STEP);
      double below = loss.getAsDouble();
      parameters.putScalar(at, before);
      double numeric = (above - below) / (2 * STEP);
      assertEquals(numeric, gradient[at], 1e-5 * Math.abs(numeric) + 3e-6, "parameter " + at);
    }
  }

  /** However small the codes are, the reader sees them alike. */
  @Test
  void theReaderSeesStandardisedCodes() {
    StyleContentSession session = session();
    ReadLabels reader = new ReadLabels(PROCEDURE.labelAdversary(), session.network("C"));
    INDArray means = TinyNetworks.uniform(DataType.DOUBLE, 5, -1, 1, ROWS, UNSPECIFIED_DIM);
    double usual = reader.confusion(means).value();
    assertEquals(usual, reader.confusion(means.mul(1e-3).addi(5)).value(), 1e-4);
    assertTrue(usual > Math.log(CLASSES), "at least that of equal probabilities: " + usual);
  }

  @Test
  void withoutItThereIsNoReader() {
    StyleContentProcedure without = procedure(LabelAdversary.NONE);
    assertFalse(without.architectures().containsKey("C"));
    assertFalse(without.lossNames().contains("C"));
    assertFalse(without.toString().contains("labelAdversary"));
    assertTrue(PROCEDURE.toString().contains("labelAdversary"));
    assertEquals("C", PROCEDURE.lossNames().get(PROCEDURE.lossNames().size() - 1));
  }
}
