// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The transpose of {@link FusedConvolution}: [batch, inputs, height, width] to [batch, outputs,
 * height x stride, width x stride]; weight [inputs, outputs, kernel, kernel]. No spectral
 * normalisation, which generators do not have.
 */
public final class FusedTransposedConvolution extends FusedKernelLayer {

  /** For JSON. */
  public FusedTransposedConvolution() {}

  public FusedTransposedConvolution(
      String name, long inputs, long outputs, int kernel, int stride, Nonlinearity nonlinearity) {
    super(name, inputs, outputs, kernel, stride, false, nonlinearity);
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNIn(), getNOut(), kernel(), kernel()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new TransposedConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        input.getHeight() * stride(), input.getWidth() * stride(), getNOut());
  }

  /** Live {@link FusedTransposedConvolution}, over the deconv2d and deconv2d_bp operations. */
  static final class TransposedConvolutionRuntime
      extends KernelRuntime<FusedTransposedConvolution> {

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
}
