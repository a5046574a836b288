// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.TinyStyleNetworks.CLASSES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
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
import org.nd4j.linalg.factory.Nd4j;

/** The dependence of codes on labels: its formula, its range and its gradients. */
class LabelDependenceTest {

  private static final int ROWS = 4;
  private static final int PIXELS = 64;
  private static final double WEIGHT = 3;
  private static final double STEP = 1e-6;

  private static StyleContentProcedure procedure(double labelWeight) {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return new StyleContentProcedure(
        TinyStyleNetworks.networks(), ROWS, 1.7, 0.6, adam, adam, labelWeight, false, false);
  }

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  private static double[][] codes(int[] labels, double shift, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] codes = new double[labels.length][2];
    for (int i = 0; i < labels.length; i++) {
      codes[i][0] = random.nextGaussian();
      codes[i][1] = random.nextGaussian() + shift * labels[i];
    }
    return codes;
  }

  private static int[] labels(int rows) {
    int[] labels = new int[rows];
    Arrays.setAll(labels, i -> i * i % 7 % 3);
    return labels;
  }

  private static double dependence(double[][] codes, int[] labels) {
    return LabelDependence.of(Nd4j.create(codes), labels).value();
  }

  /** Sums over all quadruples of different rows, as the criterion is defined. */
  @Test
  void itIsTheMeanOverQuadruples() {
    int[] labels = labels(7);
    double[][] codes = codes(labels, 1, 3);
    double[][] z = standardised(codes);
    int n = labels.length;
    int[] counts = new int[3];
    Arrays.stream(labels).forEach(label -> counts[label]++);
    double sum = 0;
    int quadruples = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int q = 0; q < n; q++) {
          for (int r = 0; r < n; r++) {
            if (i != j && i != q && i != r && j != q && j != r && q != r) {
              double kernel = kernel(z[i], z[j]);
              sum +=
                  kernel
                      * (label(labels, counts, i, j)
                          + label(labels, counts, q, r)
                          - 2 * label(labels, counts, i, q));
              quadruples++;
            }
          }
        }
      }
    }
    assertEquals(sum / quadruples, dependence(codes, labels), 1e-9);
  }

  private static double label(int[] labels, int[] counts, int i, int j) {
    return labels[i] == labels[j] ? (double) labels.length / counts[labels[i]] : 0;
  }

  private static double kernel(double[] a, double[] b) {
    double squared = Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2);
    return (Math.exp(-squared / 0.25) + Math.exp(-squared) + Math.exp(-squared / 4)) / 3;
  }

  private static double[][] standardised(double[][] codes) {
    double[][] z = new double[codes.length][2];
    for (int k = 0; k < 2; k++) {
      int code = k;
      double mean = Arrays.stream(codes).mapToDouble(row -> row[code]).average().orElseThrow();
      double variance =
          Arrays.stream(codes)
              .mapToDouble(row -> Math.pow(row[code] - mean, 2))
              .average()
              .orElseThrow();
      for (int i = 0; i < codes.length; i++) {
        z[i][k] = (codes[i][k] - mean) / Math.sqrt(variance);
      }
    }
    return z;
  }

  @Test
  void itIsNoneWithoutDependenceAndGrowsWithIt() {
    int[] labels = labels(200);
    double mean = 0;
    for (int seed = 0; seed < 20; seed++) {
      mean += dependence(codes(labels, 0, seed), labels) / 20;
    }
    assertEquals(0, mean, 0.01);
    double some = dependence(codes(labels, 1, 1), labels);
    double much = dependence(codes(labels, 100, 1), labels);
    assertTrue(0.02 < some && some < much && much < 2, some + " " + much);
  }

  /** However small a code is. */
  @Test
  void codesAreStandardised() {
    int[] labels = labels(50);
    double[][] codes = codes(labels, 1, 1);
    double before = dependence(codes, labels);
    for (double[] row : codes) {
      row[1] = 1e-3 * row[1] + 5;
    }
    assertEquals(before, dependence(codes, labels), 1e-5);
  }

  @Test
  void itsGradientIsThatOfFiniteDifferences() {
    int[] labels = labels(6);
    double[][] codes = codes(labels, 1, 9);
    INDArray gradient = LabelDependence.of(Nd4j.create(codes), labels).gradient();
    for (int i = 0; i < labels.length; i++) {
      for (int k = 0; k < 2; k++) {
        double before = codes[i][k];
        codes[i][k] = before + STEP;
        double above = dependence(codes, labels);
        codes[i][k] = before - STEP;
        double numeric = (above - dependence(codes, labels)) / (2 * STEP);
        codes[i][k] = before;
        assertEquals(numeric, gradient.getDouble(i, k), 1e-6, i + ", " + k);
      }
    }
  }

  @Test
  void theEncoderGetsTheGradientOfTheWeightedSum() {
    StyleContentProcedure procedure = procedure(WEIGHT);
    Triplets triplets = Triplets.of(rows(procedure.labelled()), procedure.labelled());
    StyleContentDraws draws = StyleContentDraws.of(procedure, new SplittableRandom(4));
    try (StyleContentSession session = new StyleContentSession(procedure, DataType.DOUBLE)) {
      session.load(procedure.initialState(1));
      for (String name : procedure.architectures().keySet()) {
        TinyNetworks.enliven(session.network(name).graph(), name.hashCode());
        session.network(name).prepare();
      }
      total(session, triplets, draws);
      Network encoder = session.network("E");
      double[] gradient = TinyNetworks.gradient(encoder).dup('c').data().asDouble();
      INDArray parameters = encoder.graph().params().reshape(gradient.length);
      for (int at = 0; at < gradient.length; at += 1 + gradient.length / 40) {
        double before = parameters.getDouble(at);
        parameters.putScalar(at, before + STEP);
        double above = total(session, triplets, draws);
        parameters.putScalar(at, before - STEP);
        double numeric = (above - total(session, triplets, draws)) / (2 * STEP);
        parameters.putScalar(at, before);
        assertEquals(numeric, gradient[at], 1e-5 * Math.abs(numeric) + 3e-6, "parameter " + at);
      }
    }
  }

  private static float[] rows(LabelledPixels labelled) {
    float[] rows = new float[3 * ROWS * labelled.size()];
    for (int i = 0; i < 3 * ROWS; i++) {
      float[] image = labelled.join(TinyNetworks.pixels(i, PIXELS), i % CLASSES);
      System.arraycopy(image, 0, rows, i * labelled.size(), image.length);
    }
    return rows;
  }

  private static double total(
      StyleContentSession session, Triplets triplets, StyleContentDraws draws) {
    AutoencoderLosses l = session.accumulate(triplets, draws);
    return l.reconstruction()
        + l.partnerReconstruction()
        + 0.6 * l.divergence()
        + 1.7 * (l.swapped() + l.sampled())
        + WEIGHT * l.labelDependence();
  }

  @Test
  void withoutAWeightItIsNotThere() {
    assertFalse(procedure(0).lossNames().contains("labelDependence"));
    assertFalse(procedure(0).toString().contains("labelWeight"));
    assertTrue(procedure(2).lossNames().contains("labelDependence"));
    assertTrue(procedure(2).toString().endsWith("labelWeight=2.0]"));
  }
}
