package org.disentangle.net.layer;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.error.InvalidInputException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Square convolution in groups, with the SAME padding of {@link FusedConvolution}: input channels
 * and filters are cut, in order, into equally many groups, and a filter sees the channels of its
 * own group only. [batch, inputs, height, width] to [batch, outputs, height', width']; weight
 * [outputs, inputs / groups, kernel, kernel].
 */
public final class FusedGroupedConvolution extends FusedKernelLayer {

  @JsonProperty private int groups;

  /** For JSON. */
  public FusedGroupedConvolution() {}

  /**
   * @throws IllegalArgumentException if inputs or outputs cannot be cut into that many groups
   */
  public FusedGroupedConvolution(
      String name,
      int groups,
      long inputs,
      long outputs,
      int kernel,
      int stride,
      Nonlinearity nonlinearity) {
    super(name, inputs, outputs, kernel, stride, false, nonlinearity);
    if (inputs % groups != 0 || outputs % groups != 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Layer %s cannot cut %d input channels and %d filters into %d groups of equal size",
              name,
              inputs,
              outputs,
              groups),
          "Make both multiples of the number of codes.");
    }
    this.groups = groups;
  }

  public int groups() {
    return groups;
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut(), getNIn() / groups, kernel(), kernel()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new GroupedConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        (input.getHeight() + stride() - 1) / stride(),
        (input.getWidth() + stride() - 1) / stride(),
        getNOut());
  }
}
