// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import org.disentangle.net.layer.FusedRuntime;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients by what a formula changes by when a value does. */
public final class FiniteDifferences {

  private static final double STEP = 1e-5;

  /** In whole networks some activation is near the kink of the rectifier. */
  private static final double SHORT_STEP = 1e-7;

  private static final List<String> TRAINED =
      List.of(
          "W",
          "b",
          "gamma",
          "beta",
          "constant",
          "codes",
          "noise",
          "hidden",
          "hiddenBias",
          "mask",
          "maskBias");

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

  /**
   * Compares the gradients that the backward passes left in a network with central differences of
   * the loss, by some values of every trained parameter.
   *
   * @param each values of each parameter to look at, about
   * @return how many of them are not 0
   */
  public static int requireSome(Network network, DoubleSupplier loss, int each) {
    TinyNetworks.gradient(network);
    double rounding = 1e-7 * (1 + Math.abs(loss.getAsDouble()));
    int moving = 0;
    for (var layer : network.graph().getLayers()) {
      for (String key : TRAINED) {
        INDArray values = layer.getParam(key);
        if (values == null) {
          continue;
        }
        String name =
            network.architecture().name() + " " + layer.conf().getLayer().getLayerName() + key;
        INDArray gradient = ((FusedRuntime<?>) layer).gradientView(key).dup('c');
        for (long at = 0; at < values.length(); at += 1 + values.length() / each) {
          double numeric = difference(values, at, loss);
          double found = gradient.getDouble(at);
          assertEquals(numeric, found, 1e-3 * Math.abs(numeric) + rounding, name + " " + at);
          moving += Math.abs(numeric) > 1e-6 ? 1 : 0;
        }
      }
    }
    return moving;
  }

  private static double difference(INDArray values, long at, DoubleSupplier loss) {
    double before = values.getDouble(at);
    values.putScalar(at, before + SHORT_STEP);
    double above = loss.getAsDouble();
    values.putScalar(at, before - SHORT_STEP);
    double below = loss.getAsDouble();
    values.putScalar(at, before);
    return (above - below) / (2 * SHORT_STEP);
  }
}
