package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a live convolution and its transpose share: libnd4j computes all their gradients at once.
 */
abstract class KernelRuntime<C extends FusedKernelLayer> extends WeightRuntime<C> {

  KernelRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  final ConvolutionOperation operation() {
    return new ConvolutionOperation(layerConf().kernel(), layerConf().stride());
  }

  @Override
  final INDArray inputGradient(INDArray input, INDArray weight, INDArray delta) {
    return gradients(input, weight, delta, true)[1];
  }
}
