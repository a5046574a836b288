package org.disentangle.net.onednn;

import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;

/** A stage that is a product with a weight, plus a bias, and then its element-wise function. */
abstract class WeightStage extends Stage {

  final FusedRuntime<?> layer;
  final SharedWeights weights;
  final Device device;
  final Activation activation;
  private final memory.desc storedWeight;
  private final memory.desc storedBias;

  /**
   * @param weightSizes how the stored weight is read
   * @param outputs values of the bias
   */
  WeightStage(FusedRuntime<?> layer, SharedWeights weights, long[] weightSizes, long outputs) {
    this.layer = layer;
    this.weights = weights;
    device = weights.device();
    activation = new Activation(layer.layerConf().nonlinearity(), device);
    storedWeight = Device.plain(weightSizes);
    storedBias = Device.plain(outputs);
  }

  /** The effective weight in the layout asked for. */
  final memory weight(memory.desc layout) {
    return weights.weight(layer, storedWeight, layout);
  }

  final memory bias() {
    return device.over(layer.getParam("b"), storedBias);
  }

  final void addWeightGradient(memory gradient) {
    parameterGradients.add(
        device.add(gradient, device.over(layer.gradientView("W"), storedWeight)));
  }

  final void addBiasGradient(memory gradient) {
    parameterGradients.add(device.add(gradient, device.over(layer.gradientView("b"), storedBias)));
  }
}
