package org.disentangle.net.layer;

import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Feature maps of twice the height and width, then the element-wise function: [batch, channels,
 * height, width] to [batch, channels, 2 height, 2 width]. Values are those of the nearest input
 * pixel, or interpolated linearly along both axes between pixel centres (output pixel i lies at
 * input position (i + 1/2) / 2 - 1/2; beyond the outermost centres their values go on).
 */
public final class FusedUpsample extends FusedResampling {

  /** Output pixels along an axis for each input pixel. */
  public static final int FACTOR = 2;

  @JsonProperty private boolean bilinear;

  /** For JSON. */
  public FusedUpsample() {}

  public FusedUpsample(String name, long channels, boolean bilinear, Nonlinearity nonlinearity) {
    super(name, channels, nonlinearity);
    this.bilinear = bilinear;
  }

  /** Whether values are interpolated rather than repeated. */
  public boolean bilinear() {
    return bilinear;
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new UpsampleRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        FACTOR * input.getHeight(), FACTOR * input.getWidth(), getNOut());
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && bilinear == ((FusedUpsample) other).bilinear;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), bilinear);
  }
}
