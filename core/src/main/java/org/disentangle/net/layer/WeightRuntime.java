package org.disentangle.net.layer;

import static org.disentangle.net.layer.WeightParameters.BIAS;
import static org.disentangle.net.layer.WeightParameters.SINGULAR_VECTOR;
import static org.disentangle.net.layer.WeightParameters.WEIGHT;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A layer that is linear in a weight and a bias, followed by its element-wise function. */
abstract class WeightRuntime<C extends FusedLayer> extends FusedRuntime<C> {

  private transient SpectralNorm spectralNorm;
  private transient INDArray normalisedWeight;

  WeightRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /** The linear map plus bias. */
  abstract INDArray linear(INDArray input, INDArray weight, INDArray bias);

  /** Gradient of the linear map with respect to its input. */
  abstract INDArray inputGradient(INDArray input, INDArray weight, INDArray delta);

  /**
   * Gradients of the linear map with respect to weight, and to its input where asked for.
   *
   * @return weight, input (or null)
   */
  abstract INDArray[] gradients(INDArray input, INDArray weight, INDArray delta, boolean wantInput);

  @Override
  public void prepare() {
    if (layerConf().isSpectral()) {
      spectralNorm =
          SpectralNorm.of(getParam(WEIGHT), getParam(SINGULAR_VECTOR), effectiveWeight());
    }
  }

  @Override
  public INDArray effectiveWeight() {
    if (!layerConf().isSpectral()) {
      return getParam(WEIGHT);
    }
    if (normalisedWeight == null) {
      try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
        normalisedWeight = getParam(WEIGHT).ulike();
      }
    }
    return normalisedWeight;
  }

  @Override
  public INDArray forward(LayerPass pass, INDArray input, boolean training) {
    pass.input = input;
    pass.output = linear(input, effectiveWeight(), getParam(BIAS));
    layerConf().nonlinearity().apply(pass.output);
    return pass.output;
  }

  @Override
  public INDArray backward(
      LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters) {
    INDArray delta = layerConf().nonlinearity().backward(epsilon, pass.output);
    if (!wantParameters) {
      return wantInput ? inputGradient(pass.input, effectiveWeight(), delta) : null;
    }
    INDArray[] gradients = gradients(pass.input, effectiveWeight(), delta, wantInput);
    gradientView(WEIGHT).addi(gradients[0]);
    gradientView(BIAS).addi(ChannelSums.sum(delta));
    return gradients[1];
  }

  @Override
  public void completeGradients() {
    if (layerConf().isSpectral()) {
      spectralNorm.completeGradient(gradientView(WEIGHT));
    }
  }

  @Override
  public void commit() {
    if (layerConf().isSpectral()) {
      getParam(SINGULAR_VECTOR).assign(spectralNorm.nextVector());
    }
  }
}
