package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;

/** Fully connected layer: [batch, inputs] to [batch, outputs]; weight [outputs, inputs]. */
public final class FusedDense extends FusedLayer {

  /** For JSON. */
  public FusedDense() {}

  public FusedDense(
      String name, long inputs, long outputs, boolean spectral, Nonlinearity nonlinearity) {
    super(name, inputs, outputs, spectral, nonlinearity);
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut(), getNIn()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new DenseRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return InputType.feedForward(getNOut());
  }
}
