// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.disentangle.net.architecture.Architecture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes in bfloat16 against passes in single precision, on the same weights and inputs. */
@Tag("train")
class Bfloat16PassTest {

  private static final AdamSettings ADAM = AdamSettings.adversarial(1e-3);
  private static final int BATCH = 16;

  /** Least cosine of the gradient of all parameters. */
  private static final double PARAMETERS = 0.99;

  /** The same of the input, which has passed through one more layer. */
  private static final double INPUT = 0.98;

  /** Largest relative error of an output, in the Euclidean norm. */
  private static final double OUTPUT = 0.05;

  /** What passes give. */
  private record Result(Map<String, INDArray> heads, INDArray toInput, INDArray toParameters) {}

  @BeforeAll
  static void onlyWhereItIsComputed() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
  }

  @TestFactory
  List<DynamicTest> everyNetworkOfEveryPreset() {
    return EveryNetwork.each(
        (name, architecture) -> dynamicTest(name, () -> compare(architecture)));
  }

  private static void compare(Architecture architecture) {
    Result exact = run(architecture, DataType.FLOAT);
    Result rough = run(architecture, DataType.BFLOAT16);
    List<String> apart = new ArrayList<>();
    exact
        .heads()
        .forEach(
            (head, expected) -> {
              double error = rough.heads().get(head).distance2(expected) / norm(expected);
              if (!(error > 0 && error <= OUTPUT)) {
                apart.add(head + " differs by " + error);
              }
            });
    double parameters = cosine(exact.toParameters(), rough.toParameters());
    double input = cosine(exact.toInput(), rough.toInput());
    if (!(parameters >= PARAMETERS && input >= INPUT)) {
      apart.add("cosines of gradients " + parameters + " and " + input);
    }
    assertEquals(List.of(), apart);
  }

  private static Result run(Architecture architecture, DataType type) {
    try (Network network = new Network(architecture, ADAM, type, 3)) {
      network.prepare();
      Pass pass = network.newPass();
      pass.condition(IntStream.range(0, BATCH).map(i -> i % TinyStyleNetworks.CLASSES).toArray());
      long[] shape = architecture.input().batch(BATCH);
      pass.forward(TinyNetworks.uniform(DataType.FLOAT, 5, -1, 1, shape), true);
      Map<String, INDArray> heads = new LinkedHashMap<>();
      Map<String, INDArray> gradients = new LinkedHashMap<>();
      for (String head : architecture.heads().keySet()) {
        INDArray output = pass.head(head).dup('c');
        heads.put(head, output);
        gradients.put(
            head, TinyNetworks.uniform(DataType.FLOAT, head.hashCode(), -1, 1, output.shape()));
      }
      network.clearGradients();
      INDArray toInput = pass.backward(gradients, true, true).dup('c');
      return new Result(heads, toInput, TinyNetworks.gradient(network).dup());
    }
  }

  private static double cosine(INDArray a, INDArray b) {
    return a.mul(b).sumNumber().doubleValue() / (norm(a) * norm(b));
  }

  private static double norm(INDArray array) {
    return array.norm2Number().doubleValue();
  }
}
