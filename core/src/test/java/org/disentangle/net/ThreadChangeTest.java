// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.disentangle.net.architecture.Architecture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A pass that one thread has compiled runs on another. */
@Tag("train")
class ThreadChangeTest {

  private static final int BATCH = 16;

  @BeforeAll
  static void onlyWhereOneDnnRuns() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Engine.usesOneDnn(DataType.FLOAT));
  }

  /** Pools hand sessions and models from thread to thread. */
  @TestFactory
  List<DynamicTest> anyThreadRunsWhatAnotherCompiled() {
    return EveryNetwork.each((name, architecture) -> dynamicTest(name, () -> move(architecture)));
  }

  private static void move(Architecture architecture) throws Exception {
    EngineSide fast = new EngineSide(architecture, true);
    fast.condition(BATCH);
    List<INDArray> here = everything(fast);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertEquals(here, other.submit(() -> everything(fast)).get());
    } finally {
      other.shutdown();
    }
  }

  /** Outputs of all heads, and the gradient of the input where that of each output is itself. */
  private static List<INDArray> everything(EngineSide side) {
    long[] shape = side.network().architecture().input().batch(BATCH);
    side.first().forward(TinyNetworks.uniform(DataType.FLOAT, 5, -1, 1, shape), true);
    Map<String, INDArray> outputs = new LinkedHashMap<>();
    for (String head : side.network().architecture().heads().keySet()) {
      outputs.put(head, side.first().head(head).dup('c'));
    }
    List<INDArray> found = new ArrayList<>(outputs.values());
    found.add(side.first().backward(outputs, true, true).dup('c'));
    return found;
  }
}
