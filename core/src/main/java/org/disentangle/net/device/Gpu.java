// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.device;

import java.util.Locale;

/**
 * A GPU of the array backend.
 *
 * @param device its number, from 0
 * @param name such as {@code NVIDIA A100-SXM4-40GB}
 * @param memoryBytes its memory in bytes
 */
public record Gpu(int device, String name, ComputeCapability capability, long memoryBytes) {

  /**
   * Refuses a GPU that the backend has no machine code for.
   *
   * @throws IllegalStateException naming the GPU, its capability and the supported ones
   */
  public void requireSupported() {
    if (!capability.isSupported()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
              GPU %d (%s) has compute capability %s; expected %s, which %s has machine code for.
              Run on another GPU, or on processors with a jar that was built without -Pcuda.""",
              device,
              name,
              capability,
              ComputeCapability.SUPPORTED,
              ComputeCapability.BACKEND));
    }
  }
}
