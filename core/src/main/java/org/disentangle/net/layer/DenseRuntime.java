package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Live {@link FusedDense}, over the matmul operation. */
final class DenseRuntime extends WeightRuntime<FusedDense> {

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
