package org.disentangle.net.layer;

import static org.disentangle.net.layer.FusedAveragePool.SIDE;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;

/** Live {@link FusedAveragePool}, over the avgpool2d and avgpool2d_bp operations. */
final class AveragePoolRuntime extends ResamplingRuntime<FusedAveragePool> {

  /** Neither padding nor SAME mode, dilation 1, sums divided by all of a square, channels first. */
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
