// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.disentangle.net.architecture.Architecture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes on oneDNN against passes through the layers, on the same weights and inputs. */
@Tag("train")
class EngineAgreementTest {

  /** Largest relative error, in the Euclidean norm, of outputs and moving statistics. */
  private static final double OUTPUT = 1e-4;

  /**
   * The same of gradients. Larger, because among a million activations one may lie so near 0 that
   * rounding decides which slope of the rectifier it gets.
   */
  private static final double GRADIENT = 1e-2;

  /** Of gradients in networks of few activations. */
  private static final double SMALL_GRADIENT = 1e-4;

  private static final long LARGE = 1_000_000;
  private static final long SMALL = 20_000;

  @BeforeAll
  static void onlyWhereOneDnnRuns() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Engine.usesOneDnn(DataType.FLOAT));
  }

  @TestFactory
  List<DynamicTest> everyNetworkOfEveryPreset() {
    return EveryNetwork.each(
        (name, architecture) -> dynamicTest(name, () -> compare(architecture)));
  }

  /** One pair of passes for all batch sizes in turn, so that each has to be compiled anew. */
  private static void compare(Architecture architecture) {
    EngineSide fast = new EngineSide(architecture, true);
    EngineSide plain = new EngineSide(architecture, false);
    boolean large = fast.network().graph().numParams() > LARGE;
    for (int batch : large ? new int[] {1, 7} : new int[] {1, 7, 32}) {
      long seed = batch;
      long[] shape = architecture.input().batch(batch);
      INDArray input = TinyNetworks.uniform(DataType.FLOAT, seed, -1, 1, shape);
      INDArray other = TinyNetworks.uniform(DataType.FLOAT, seed + 1, -1, 1, shape);
      fast.condition(batch);
      plain.condition(batch);
      forward(fast, plain, input, false);
      forward(fast, plain, other, true);
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      for (String head : architecture.heads().keySet()) {
        INDArray output = plain.first().head(head);
        gradients.put(
            head,
            TinyNetworks.uniform(
                DataType.FLOAT, seed + 2 + head.hashCode(), -1, 1, output.shape()));
      }
      backward(fast, plain, other, input, gradients);
      if (gradients.size() > 1) {
        gradients.forEach(
            (head, gradient) -> backward(fast, plain, input, other, Map.of(head, gradient)));
      }
    }
  }

  private static void forward(EngineSide fast, EngineSide plain, INDArray input, boolean training) {
    fast.first().forward(input, training);
    plain.first().forward(input, training);
    for (String head : plain.network().architecture().heads().keySet()) {
      INDArray expected = plain.first().head(head);
      close(head, expected, fast.first().head(head), OUTPUT * norm(expected));
    }
  }

  /** Gradients added up over two passes, and the statistics both leave behind. */
  private static void backward(
      EngineSide fast, EngineSide plain, INDArray a, INDArray b, Map<String, INDArray> gradients) {
    INDArray expected = plain.run(a, b, gradients);
    INDArray actual = fast.run(a, b, gradients);
    double tolerance = fast.network().graph().numParams() < SMALL ? SMALL_GRADIENT : GRADIENT;
    close("gradient of the input", expected, actual, tolerance * norm(expected) + 1e-6);
    Map<String, INDArray> wanted = plain.gradients();
    double largest = wanted.values().stream().mapToDouble(g -> norm(g)).max().orElseThrow();
    fast.gradients()
        .forEach(
            (name, gradient) ->
                close(
                    name,
                    wanted.get(name),
                    gradient,
                    tolerance * Math.max(norm(wanted.get(name)), largest / 100)));
    Map<String, INDArray> parameters = plain.network().graph().paramTable();
    fast.network()
        .graph()
        .paramTable()
        .forEach(
            (name, values) ->
                close(name, parameters.get(name), values, OUTPUT * norm(parameters.get(name))));
  }

  private static void close(String name, INDArray expected, INDArray actual, double allowed) {
    assertNotNull(actual, name);
    double worst = norm(expected.sub(actual.reshape('c', expected.shape())));
    assertTrue(
        worst <= allowed,
        String.format(Locale.ROOT, "%s differs by %s, allowed %s", name, worst, allowed));
  }

  private static double norm(INDArray array) {
    return array.norm2Number().doubleValue();
  }
}
