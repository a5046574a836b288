package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Means of squares of 2 x 2 values, then the element-wise function: [batch, channels, height,
 * width] to [batch, channels, height / 2, width / 2]. A last row or column that is one too many is
 * left out.
 */
public final class FusedAveragePool extends FusedResampling {

  /** Height and width of the squares. */
  public static final int SIDE = 2;

  /** For JSON. */
  public FusedAveragePool() {}

  public FusedAveragePool(String name, long channels, Nonlinearity nonlinearity) {
    super(name, channels, nonlinearity);
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new AveragePoolRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(input.getHeight() / SIDE, input.getWidth() / SIDE, getNOut());
  }
}
