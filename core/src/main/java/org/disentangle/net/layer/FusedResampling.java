// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.params.EmptyParamInitializer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer without parameters that makes feature maps smaller or larger, channel by channel. */
public abstract class FusedResampling extends FusedLayer {

  FusedResampling() {}

  FusedResampling(String name, long channels, Nonlinearity nonlinearity) {
    super(name, channels, channels, false, nonlinearity);
  }

  /** There is no weight. */
  @Override
  public long[] weightShape() {
    return new long[] {0};
  }

  @Override
  public ParamInitializer initializer() {
    return EmptyParamInitializer.getInstance();
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    if (getNIn() <= 0 || override) {
      setNIn(((InputType.InputTypeConvolutional) inputType).getChannels());
      setNOut(getNIn());
    }
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  /** Live {@link FusedResampling}: a fixed linear map, followed by its element-wise function. */
  abstract static class ResamplingRuntime<C extends FusedResampling> extends FusedRuntime<C> {

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
}
