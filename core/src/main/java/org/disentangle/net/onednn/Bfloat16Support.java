// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_cpu_isa_avx512_core_vnni;
import static org.bytedeco.dnnl.global.dnnl.dnnl_get_effective_cpu_isa;

/** Which processors multiply bfloat16. Others would emulate it, more slowly than floats. */
public final class Bfloat16Support {

  private static final int BIT = dnnl_cpu_isa_avx512_core_bf16 & ~dnnl_cpu_isa_avx512_core_vnni;

  private Bfloat16Support() {}

  /** Whether this one does: AVX512_BF16, or AMX, which comes with it. */
  public static boolean onThisProcessor() {
    return isIn(dnnl_get_effective_cpu_isa());
  }

  /**
   * Whether a set of instructions has it.
   *
   * @param instructions as oneDNN numbers them
   */
  static boolean isIn(int instructions) {
    return (instructions & BIT) != 0;
  }
}
