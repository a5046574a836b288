package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Live {@link FusedConvolution}, over the conv2d and conv2d_bp operations. */
final class ConvolutionRuntime extends KernelRuntime<FusedConvolution> {

  ConvolutionRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  INDArray linear(INDArray input, INDArray weight, INDArray bias) {
    return operation().convolve(input, weight, bias);
  }

  @Override
  INDArray[] gradients(INDArray input, INDArray weight, INDArray delta, boolean wantInput) {
    return operation().convolveBackward(input, weight, delta);
  }
}
