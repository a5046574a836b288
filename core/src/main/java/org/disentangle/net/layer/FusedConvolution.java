// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Square convolution with TensorFlow's SAME padding (output = ceil(input / stride); where the total
 * padding is odd the extra row and column are at the bottom and right): [batch, inputs, height,
 * width] to [batch, outputs, height', width']; weight [outputs, inputs, kernel, kernel].
 */
public final class FusedConvolution extends FusedKernelLayer {

  /** For JSON. */
  public FusedConvolution() {}

  public FusedConvolution(
      String name,
      long inputs,
      long outputs,
      int kernel,
      int stride,
      boolean spectral,
      Nonlinearity nonlinearity) {
    super(name, inputs, outputs, kernel, stride, spectral, nonlinearity);
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut(), getNIn(), kernel(), kernel()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new ConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        (input.getHeight() + stride() - 1) / stride(),
        (input.getWidth() + stride() - 1) / stride(),
        getNOut());
  }

  /** Live {@link FusedConvolution}, over the conv2d and conv2d_bp operations. */
  static final class ConvolutionRuntime extends KernelRuntime<FusedConvolution> {

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
}
