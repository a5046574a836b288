// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import java.util.List;

/** Parts of vectors. */
final class Slices {

  private Slices() {}

  /**
   * Adds some columns of a batch of vectors.
   *
   * @param from the first
   * @param to behind the last
   */
  static String columns(OnnxGraph graph, String name, String vectors, long from, long to) {
    return graph.add(
        name,
        "Slice",
        List.of(
            vectors,
            graph.constant(name + "/from", from),
            graph.constant(name + "/to", to),
            graph.constant(name + "/axis", 1)));
  }
}
