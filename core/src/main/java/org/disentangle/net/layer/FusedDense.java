// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.net.layer.FusedRuntime.WeightRuntime;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

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

  /** Live {@link FusedDense}, over the matmul operation. */
  static final class DenseRuntime extends WeightRuntime<FusedDense> {

    DenseRuntime(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    @Override
    INDArray linear(INDArray input, INDArray weight, INDArray bias) {
      return Nd4j.matmul(input, weight, false, true, false).addiRowVector(bias);
    }

    @Override
    INDArray inputGradient(INDArray input, INDArray weight, INDArray delta) {
      return Nd4j.matmul(delta, weight, false, false, false);
    }

    @Override
    INDArray[] gradients(INDArray input, INDArray weight, INDArray delta, boolean wantInput) {
      return new INDArray[] {
        Nd4j.matmul(delta, input, true, false, false),
        wantInput ? inputGradient(input, weight, delta) : null
      };
    }
  }
}
