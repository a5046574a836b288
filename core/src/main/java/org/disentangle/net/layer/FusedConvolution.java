package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Square convolution with TensorFlow's SAME padding (output = ceil(input / stride); where the total
 * padding is odd the extra row and column are at the bottom and right): [batch, inputs, height,
 * width] to [batch, outputs, height', width']; weight [outputs, inputs, kernel, kernel].
 */
public final class FusedConvolution extends FusedLayer {

  @JsonProperty private int kernel;
  @JsonProperty private int stride;

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
    super(name, inputs, outputs, spectral, nonlinearity);
    this.kernel = kernel;
    this.stride = stride;
  }

  public int kernel() {
    return kernel;
  }

  public int stride() {
    return stride;
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut(), getNIn(), kernel, kernel};
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && stride == ((FusedConvolution) other).stride;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + stride;
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new ConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        (input.getHeight() + stride - 1) / stride,
        (input.getWidth() + stride - 1) / stride,
        getNOut());
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
}
