package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleSupplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients by what a formula changes by when a value does. */
public final class FiniteDifferences {

  private static final double STEP = 1e-5;

  private FiniteDifferences() {}

  /** Compares a gradient with central differences of the formula by every value. */
  public static void require(
      INDArray values, DoubleSupplier formula, double weight, double[] gradient) {
    INDArray flat = values.reshape(values.length());
    assertEquals(flat.length(), gradient.length);
    for (int i = 0; i < gradient.length; i++) {
      double kept = flat.getDouble(i);
      flat.putScalar(i, kept + STEP);
      double above = formula.getAsDouble();
      flat.putScalar(i, kept - STEP);
      double below = formula.getAsDouble();
      flat.putScalar(i, kept);
      double expected = weight * (above - below) / (2 * STEP);
      assertEquals(expected, gradient[i], 1e-6 * Math.max(1, Math.abs(expected)), "value " + i);
    }
  }
}
