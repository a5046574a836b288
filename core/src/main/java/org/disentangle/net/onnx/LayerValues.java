// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onnx;

import org.disentangle.net.layer.FusedRuntime;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The parameters of a live layer as constants of a graph. */
final class LayerValues {

  private LayerValues() {}

  /** All values, the last axis fastest. */
  static float[] of(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  /** Adds a parameter of a layer, called after both. */
  static String constant(OnnxGraph graph, FusedRuntime<?> layer, String name, String parameter) {
    INDArray values = layer.getParam(parameter);
    return graph.constant(name + "/" + parameter, of(values), values.shape());
  }
}
