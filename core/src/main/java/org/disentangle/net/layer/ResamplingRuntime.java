package org.disentangle.net.layer;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Live {@link FusedResampling}: a fixed linear map, followed by its element-wise function. */
abstract class ResamplingRuntime<C extends FusedResampling> extends FusedRuntime<C> {

  ResamplingRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** The linear map; a new array. */
  abstract INDArray resample(INDArray input);

  /**
   * The transpose of the linear map.
   *
   * @param input of the pass; only its shape counts
   */
  abstract INDArray adjoint(INDArray delta, INDArray input);

  @Override
  public final INDArray forward(LayerPass pass, INDArray input, boolean training) {
    pass.input = input;
    pass.output = resample(input);
    layerConf().nonlinearity().apply(pass.output);
    return pass.output;
  }

  @Override
  public final INDArray backward(
      LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters) {
    return wantInput
        ? adjoint(layerConf().nonlinearity().backward(epsilon, pass.output), pass.input)
        : null;
  }
}
