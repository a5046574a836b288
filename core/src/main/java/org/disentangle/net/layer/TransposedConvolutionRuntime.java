package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Live {@link FusedTransposedConvolution}, over the deconv2d and deconv2d_bp operations. */
final class TransposedConvolutionRuntime extends KernelRuntime<FusedTransposedConvolution> {

  TransposedConvolutionRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  INDArray linear(INDArray input, INDArray weight, INDArray bias) {
    return operation().transpose(input, weight, bias);
  }

  @Override
  INDArray[] gradients(INDArray input, INDArray weight, INDArray delta, boolean wantInput) {
    return operation().transposeBackward(input, weight, delta);
  }
}
