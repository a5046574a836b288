// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which GPUs the backend's machine code runs on. */
class ComputeCapabilityTest {

  @ParameterizedTest
  @CsvSource({
    "3,5,false",
    "3,7,true",
    "4,0,false",
    "5,0,true",
    "5,3,true",
    "6,2,true",
    "7,0,true",
    "7,2,true",
    "7,5,true",
    "8,0,true",
    "8,6,true",
    "8,9,true",
    "9,0,false",
    "10,0,false",
    "12,0,false"
  })
  void codeRunsOnItsOwnGenerationAlone(int major, int minor, boolean supported) {
    assertEquals(supported, new ComputeCapability(major, minor).isSupported());
  }

  @Test
  void aGpuOutsideIsNamedWithItsCapability() {
    assertDoesNotThrow(new Gpu(0, "A100", new ComputeCapability(8, 0), 1L << 35)::requireSupported);
    String message =
        assertThrows(
                IllegalStateException.class,
                new Gpu(1, "NVIDIA H100 PCIe", new ComputeCapability(9, 0), 1L << 36)
                    ::requireSupported)
            .getMessage();
    assertEquals(
        "GPU 1 (NVIDIA H100 PCIe) has compute capability 9.0; expected 3.7 or 5.0 to 8.9, which"
            + " nd4j-cuda-11.6 1.0.0-M2.1 has machine code for.",
        message.lines().findFirst().orElseThrow());
  }
}
