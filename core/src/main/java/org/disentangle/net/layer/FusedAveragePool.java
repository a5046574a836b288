// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

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

  /** Live {@link FusedAveragePool}, over the avgpool2d and avgpool2d_bp operations. */
  static final class AveragePoolRuntime extends ResamplingRuntime<FusedAveragePool> {

    /**
     * Neither padding nor SAME mode, dilation 1, sums divided by all of a square, channels first.
     */
    private static final int[] SETTINGS = {SIDE, SIDE, SIDE, SIDE, 0, 0, 1, 1, 0, 0, 0};

    AveragePoolRuntime(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    @Override
    INDArray resample(INDArray input) {
      INDArray output =
          Nd4j.createUninitialized(
              input.dataType(),
              input.size(0),
              input.size(1),
              input.size(2) / SIDE,
              input.size(3) / SIDE);
      run("avgpool2d", output, input);
      return output;
    }

    @Override
    INDArray adjoint(INDArray delta, INDArray input) {
      INDArray gradient = Nd4j.create(input.dataType(), input.shape());
      run("avgpool2d_bp", gradient, input, delta);
      return gradient;
    }

    private static void run(String name, INDArray output, INDArray... inputs) {
      Nd4j.exec(
          DynamicCustomOp.builder(name)
              .addInputs(inputs)
              .addOutputs(output)
              .addIntegerArguments(SETTINGS)
              .build());
    }
  }
}
