package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The transpose of {@link FusedConvolution}: [batch, inputs, height, width] to [batch, outputs,
 * height x stride, width x stride]; weight [inputs, outputs, kernel, kernel]. No spectral
 * normalisation: generators have none.
 */
public final class FusedTransposedConvolution extends FusedLayer {

  @JsonProperty private int kernel;
  @JsonProperty private int stride;

  /** For JSON. */
  public FusedTransposedConvolution() {}

  public FusedTransposedConvolution(
      String name, long inputs, long outputs, int kernel, int stride, Nonlinearity nonlinearity) {
    super(name, inputs, outputs, false, nonlinearity);
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
    return new long[] {getNIn(), getNOut(), kernel, kernel};
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && stride == ((FusedTransposedConvolution) other).stride;
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + stride;
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new TransposedConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        input.getHeight() * stride, input.getWidth() * stride, getNOut());
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
