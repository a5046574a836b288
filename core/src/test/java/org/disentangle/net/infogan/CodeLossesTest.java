// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.commons.math3.distribution.MultivariateNormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.FiniteDifferences;
import org.disentangle.net.TinyNetworks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Likelihoods of categorical and continuous codes, against formulas and differences. */
class CodeLossesTest {

  private static final LatentSpace SPACE = new LatentSpace(5, 2, Prior.UNIFORM, List.of(3, 4));
  private static final int ROWS = 2;
  private static final float[] LATENTS = {
    2, 0, 0.5f, -1, 0.25f, 9, 9, //
    0, 3, 0, 1, -0.75f, 9, 9
  };

  private static INDArray outputs(QVariance variance) {
    return TinyNetworks.uniform(
        DataType.DOUBLE, 3, -1, 1, ROWS, SPACE.codeWidth() + variance.outputs(3));
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfTheWeightedValues(QVariance variance) {
    INDArray outputs = outputs(variance);
    CodeLosses losses = new CodeLosses(SPACE, variance);
    INDArray gradient = losses.of(outputs, LATENTS, 0.3, 0.7).gradient();
    for (long at = 0; at < outputs.length(); at++) {
      double before = outputs.getDouble(at);
      outputs.putScalar(at, before + 1e-6);
      double above = weighted(losses.of(outputs, LATENTS, 0.3, 0.7));
      outputs.putScalar(at, before - 1e-6);
      double below = weighted(losses.of(outputs, LATENTS, 0.3, 0.7));
      outputs.putScalar(at, before);
      assertEquals((above - below) / 2e-6, gradient.getDouble(at), 1e-7, "output " + at);
    }
  }

  private static double weighted(CodeLosses.CodeLoss found) {
    return 0.3 * found.categorical() + 0.7 * found.continuous();
  }

  /** The gradient is that of the value, and no deviation is below the floor. */
  @Test
  void aFloorBoundsTheDensity() {
    LatentSpace latent = new LatentSpace(2, 1);
    float[] latents = {0.3f, -0.4f, 9, 0.1f, 0.8f, 9};
    CodeLosses losses = new CodeLosses(latent, QVariance.LEARNED, 0.05);
    INDArray output =
        Nd4j.createFromArray(new double[][] {{0.2, -0.1, -4, -1}, {0.5, 0.7, -2, 0.3}});
    INDArray gradient = losses.of(output, latents, 1, 0.7).gradient();
    FiniteDifferences.require(
        output,
        () -> losses.of(output, latents, 1, 1).continuous(),
        0.7,
        gradient.dup('c').data().asDouble());
    INDArray vanishing =
        Nd4j.createFromArray(new double[][] {{0.3f, -0.4f, -50, -50}, {0.1f, 0.8f, -50, -50}});
    CodeLosses.CodeLoss least = losses.of(vanishing, latents, 1, 1);
    assertEquals(Math.log(0.05), least.logDeviation(), 1e-9);
    assertEquals(2 * (Math.log(0.05) + Math.log(2 * Math.PI) / 2), least.continuous(), 1e-9);
    assertTrue(least.logDeviation() > CodeLosses.COLLAPSED);
    INDArray same = Nd4j.createFromArray(new double[][] {{0.2, -0.1, -1, -1}, {0, 0, 0, 0}});
    assertEquals(
        new CodeLosses(latent, QVariance.LEARNED).of(same, latents, 1, 1).continuous(),
        new CodeLosses(latent, QVariance.LEARNED, 1e-9).of(same, latents, 1, 1).continuous(),
        1e-12);
  }

  @Test
  void categoriesAreSoftmaxCrossEntropy() {
    INDArray outputs = outputs(QVariance.UNIT);
    double expected = 0;
    for (int row = 0; row < ROWS; row++) {
      expected -= logShare(outputs, row, 0, 3, (int) LATENTS[row * 7]);
      expected -= logShare(outputs, row, 3, 4, (int) LATENTS[row * 7 + 1]);
    }
    assertEquals(
        expected / ROWS,
        new CodeLosses(SPACE, QVariance.UNIT).of(outputs, LATENTS, 1, 1).categorical(),
        1e-12);
  }

  private static double logShare(INDArray outputs, int row, int from, int count, int category) {
    double total = 0;
    for (int i = 0; i < count; i++) {
      total += Math.exp(outputs.getDouble(row, from + i));
    }
    return outputs.getDouble(row, from + category) - Math.log(total);
  }

  @ParameterizedTest
  @EnumSource
  void densitiesAreThoseOfTheNormalDistribution(QVariance variance) {
    INDArray outputs = outputs(variance);
    double expected = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] q = outputs.getRow(row).toDoubleVector();
      double[] mean = {q[7], q[8], q[9]};
      double[] code = {LATENTS[row * 7 + 2], LATENTS[row * 7 + 3], LATENTS[row * 7 + 4]};
      double[][] covariance = covariance(q, variance);
      expected -= Math.log(new MultivariateNormalDistribution(mean, covariance).density(code));
    }
    assertEquals(
        expected / ROWS,
        new CodeLosses(SPACE, variance).of(outputs, LATENTS, 1, 1).continuous(),
        1e-10);
  }

  private static double[][] covariance(double[] q, QVariance variance) {
    double[][] factor = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    if (variance == QVariance.LEARNED) {
      for (int i = 0; i < 3; i++) {
        factor[i][i] = Math.exp(q[10 + i]);
      }
    } else if (variance == QVariance.FULL) {
      factor = new double[][] {{1 + q[10], 0, 0}, {q[11], 1 + q[12], 0}, {q[13], q[14], 1 + q[15]}};
    }
    RealMatrix root = new Array2DRowRealMatrix(factor);
    return root.multiply(root.transpose()).getData();
  }

  /** A covariance that is singular in one direction is told by it, whatever the others are. */
  @Test
  void leastDeviationTellsASingularCovariance() {
    LatentSpace space = new LatentSpace(2, 0);
    double least = Math.log(2e-3);
    float[] codes = {0.1f, 0.2f};
    CodeLosses losses = new CodeLosses(space, QVariance.LEARNED);
    assertEquals(least, losses.of(rows(0, 0, 0.5, least), codes, 1, 1).logDeviation(), 1e-12);
    losses = new CodeLosses(space, QVariance.FULL);
    for (double diagonal : new double[] {-1 - 2e-3, -1 + 2e-3}) {
      INDArray batch = Nd4j.concat(0, rows(0, 0, 0.5, 7, 1), rows(0, 0, 0.5, 7, diagonal));
      float[] twice = {0.1f, 0.2f, 0.1f, 0.2f};
      assertEquals(least, losses.of(batch, twice, 1, 1).logDeviation(), 1e-9);
    }
    assertEquals(least, CodeLosses.COLLAPSED, 1e-12, "a thousandth of the range from -1 to 1");
  }

  /** Before a covariance counts, what Q says of it changes nothing and is not changed. */
  @Test
  void outputsThatDoNotCountYetHaveNoPart() {
    LatentSpace space = new LatentSpace(2, 0);
    CodeLosses losses = new CodeLosses(space, QVariance.UNIT);
    float[] codes = {0.1f, 0.2f};
    CodeLosses.CodeLoss means = losses.of(rows(0.3, -0.4), codes, 1, 2);
    CodeLosses.CodeLoss more = losses.of(rows(0.3, -0.4, 5, 6, 7), codes, 1, 2);
    assertEquals(means.continuous(), more.continuous());
    assertEquals(Nd4j.concat(1, means.gradient(), rows(0, 0, 0)), more.gradient());
  }

  private static INDArray rows(double... values) {
    return Nd4j.createFromArray(new double[][] {values});
  }
}
