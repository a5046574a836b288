// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.net.layer.FusedRuntime.WeightRuntime;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/** A layer that moves a square kernel over feature maps: a convolution or its transpose. */
public abstract class FusedKernelLayer extends FusedLayer {

  @JsonProperty private int kernel;
  @JsonProperty private int stride;

  FusedKernelLayer() {}

  FusedKernelLayer(
      String name,
      long inputs,
      long outputs,
      int kernel,
      int stride,
      boolean spectral,
      Nonlinearity nonlinearity) {
    super(name, inputs, outputs, spectral, nonlinearity);
    this.kernel = kernel;
    this.stride = stride;
  }

  /** Height and width of the kernel. */
  public int kernel() {
    return kernel;
  }

  public int stride() {
    return stride;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && stride == ((FusedKernelLayer) other).stride;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + stride;
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    if (getNIn() <= 0 || override) {
      setNIn(((InputType.InputTypeConvolutional) inputType).getChannels());
    }
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  /**
   * What a live convolution and its transpose share: libnd4j computes all their gradients at once.
   */
  abstract static class KernelRuntime<C extends FusedKernelLayer> extends WeightRuntime<C> {

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
}
