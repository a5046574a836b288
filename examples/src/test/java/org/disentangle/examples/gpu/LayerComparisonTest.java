// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.disentangle.net.device.LayerTrial;
import org.junit.jupiter.api.Test;

/** The comparison on the processor, where both sides are the same. */
class LayerComparisonTest {

  @Test
  void everyLayerAgreesWithTheProcessorOnTheProcessor() {
    LayerComparison comparison = new LayerComparison();
    assertEquals(LayerTrial.all().size(), comparison.rows().size());
    for (LayerComparison.Row row : comparison.rows()) {
      assertTrue(row.agrees() && row.milliseconds() > 0, row::toString);
    }
    assertTrue(comparison.toString().contains("transposed-convolution"), comparison::toString);
  }

  @Test
  void theDriversAnswerIsTakenLineByLine() throws InterruptedException {
    List<String> command =
        List.of("printf", "0, NVIDIA A100, 8.0, 535.1\n1, NVIDIA H100, 9.0, 535.1\n");
    assertEquals(
        List.of("0, NVIDIA A100, 8.0, 535.1", "1, NVIDIA H100, 9.0, 535.1"),
        new NvidiaSmi(command).lines());
    assertEquals(List.of(), new NvidiaSmi(List.of("no-such-program-here")).lines());
    assertEquals(List.of(), new NvidiaSmi(List.of("false")).lines());
  }
}
