// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.layer.LayerPass;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer that computes for itself, on ND4J, among those that oneDNN computes. */
final class LayerStage extends Stage {

  private final FusedRuntime<?> layer;
  private final Device device;
  private final INDArray input;
  private final INDArray output;
  private final long[] from;
  private final long[] to;
  private final LayerPass pass = new LayerPass();

  /**
   * @param from sizes of the input
   * @param to sizes of the output
   */
  LayerStage(FusedRuntime<?> layer, Device device, long[] from, long[] to) {
    this.layer = layer;
    this.device = device;
    this.from = from;
    this.to = to;
    input = device.array(from);
    output = device.array(to);
  }

  @Override
  void condition(int[] labels) {
    pass.condition(labels);
  }

  @Override
  memory compileForward(memory received, Program training, Program inference) {
    Runnable copy = device.copy(received, device.over(input, FLOATS.plain(from)));
    training.add(copy);
    training.add(() -> output.assign(layer.forward(pass, input, true)));
    inference.add(copy);
    inference.add(() -> output.assign(layer.forward(pass, input, false)));
    return device.over(output, FLOATS.plain(to));
  }

  @Override
  memory compileBackward(memory epsilon) {
    INDArray gradient = device.array(to);
    INDArray result = device.array(from);
    delta.add(device.copy(epsilon, device.over(gradient, FLOATS.plain(to))));
    parameterGradients.add(() -> layer.backward(pass, gradient, false, true));
    inputGradient.add(() -> result.assign(layer.backward(pass, gradient, true, false)));
    return device.over(result, FLOATS.plain(from));
  }

  @Override
  void updateMovingStatistics() {
    layer.updateMovingStatistics(pass);
  }
}
