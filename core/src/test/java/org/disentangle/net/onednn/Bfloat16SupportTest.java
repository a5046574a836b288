// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx2;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_amx;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_vnni;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_mic_4ops;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.disentangle.net.Engine;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/** Which sets of instructions multiply bfloat16. */
class Bfloat16SupportTest {

  @BeforeAll
  static void onlyWhereOneDnnRuns() {
    Assumptions.assumeTrue(Engine.usesOneDnn(DataType.FLOAT));
  }

  @Test
  void newerProcessorsHaveIt() {
    for (int instructions : List.of(dnnl_cpu_isa_avx512_core_bf16, dnnl_cpu_isa_avx512_core_amx)) {
      assertTrue(Bfloat16Support.isIn(instructions));
    }
    for (int instructions :
        List.of(
            dnnl_cpu_isa_avx2,
            dnnl_cpu_isa_avx512_mic_4ops,
            dnnl_cpu_isa_avx512_core,
            dnnl_cpu_isa_avx512_core_vnni)) {
      assertFalse(Bfloat16Support.isIn(instructions));
    }
  }
}
