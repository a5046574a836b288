// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Values and gradients of the losses on their own. */
class LossesTest {

  private static final float[] LATENTS = {0.5f, -1, 9, 0, 1, 9};
  private static final int[] INDEX = {1, 0};

  /** Two continuous codes and a noise value. */
  private static Loss codes(INDArray means, float[] latents) {
    CodeLosses.CodeLoss found =
        new CodeLosses(new LatentSpace(2, 1), QVariance.UNIT).of(means, latents, 1, 1);
    return new Loss(found.value(), found.gradient());
  }

  @Test
  void valuesAtSimpleOutputs() {
    INDArray half = Nd4j.valueArrayOf(new long[] {4, 1}, 0.5, DataType.DOUBLE);
    assertEquals(Math.log(2), AdversarialLoss.JSD.real(half).value(), 1e-7);
    assertEquals(Math.log(2), AdversarialLoss.JSD.fake(half).value(), 1e-7);
    INDArray zeros = Nd4j.create(DataType.DOUBLE, 2, 2);
    assertEquals(Math.log(2), Losses.sharedIndex(zeros, INDEX).value(), 1e-12);
    double constant = Math.log(2 * Math.PI);
    assertEquals(constant + (0.25 + 1 + 0 + 1) / 4, codes(zeros, LATENTS).value(), 1e-12);
  }

  @Test
  void perfectCodesLeaveTheConstant() {
    INDArray means = Nd4j.createFromArray(new double[][] {{0.5, -1}, {0, 1}});
    Loss loss = codes(means, LATENTS);
    assertEquals(Math.log(2 * Math.PI), loss.value(), 1e-12);
    assertEquals(0, loss.gradient().amaxNumber().doubleValue());
  }

  @Test
  void gradientsAreThoseOfTheValues() {
    INDArray probabilities = TinyNetworks.uniform(DataType.DOUBLE, 1, 0.05, 0.95, 5, 1);
    INDArray outputs = TinyNetworks.uniform(DataType.DOUBLE, 2, -2, 2, 2, 2);
    check(probabilities, AdversarialLoss.JSD::real);
    check(probabilities, AdversarialLoss.JSD::fake);
    check(outputs, means -> codes(means, LATENTS));
    check(outputs, logits -> Losses.sharedIndex(logits, INDEX));
  }

  private static void check(INDArray outputs, Function<INDArray, Loss> loss) {
    INDArray gradient = loss.apply(outputs).gradient();
    assertArrayEquals(outputs.shape(), gradient.shape());
    for (long at = 0; at < outputs.length(); at++) {
      INDArray above = outputs.dup();
      above.putScalar(at, outputs.getDouble(at) + 1e-6);
      INDArray below = outputs.dup();
      below.putScalar(at, outputs.getDouble(at) - 1e-6);
      double slope = (loss.apply(above).value() - loss.apply(below).value()) / 2e-6;
      assertEquals(slope, gradient.getDouble(at), 1e-7 * Math.max(1, Math.abs(slope)));
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1, Float.MIN_VALUE, 0.99999994f})
  void certainProbabilitiesStayFinite(float probability) {
    INDArray output = Nd4j.valueArrayOf(new long[] {2, 1}, probability, DataType.FLOAT);
    assertFinite(AdversarialLoss.JSD.real(output));
    assertFinite(AdversarialLoss.JSD.fake(output));
  }

  @Test
  void hugeLogitsStayFinite() {
    INDArray logits = Nd4j.createFromArray(new float[][] {{1e30f, -1e30f}, {-3e38f, -3e38f}});
    assertFinite(Losses.sharedIndex(logits, new int[] {0, 1}));
  }

  private static void assertFinite(Loss loss) {
    assertTrue(Double.isFinite(loss.value()), "value " + loss.value());
    for (float value : loss.gradient().reshape(loss.gradient().length()).toFloatVector()) {
      assertTrue(Float.isFinite(value), "gradient " + value);
    }
  }

  @Test
  void outputsInColumnMajorOrderMeanTheSame() {
    INDArray outputs = TinyNetworks.uniform(DataType.DOUBLE, 2, -2, 2, 2, 2);
    INDArray columnMajor = outputs.dup('f');
    assertEquals(codes(outputs, LATENTS).value(), codes(columnMajor, LATENTS).value());
    assertEquals(
        Losses.sharedIndex(outputs, INDEX).gradient(),
        Losses.sharedIndex(columnMajor, INDEX).gradient());
  }
}
