// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.disentangle.net.layer.WeightParameters.BIAS;
import static org.disentangle.net.layer.WeightParameters.SINGULAR_VECTOR;
import static org.disentangle.net.layer.WeightParameters.WEIGHT;

import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.BaseLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A live layer. Driven by DL4J it is an ordinary layer; driven pass by pass it can hold several
 * forward passes at once, skip the gradients a step does not need, and add up parameter gradients
 * over passes:
 *
 * <pre>
 * prepare();                            // after the weights changed
 * forward(pass, x, true); ...
 * clearGradients(); backward(pass, epsilon, true, true); ... completeGradients();
 * // optimiser step
 * commit();                             // once per iteration
 * </pre>
 */
public abstract class FusedRuntime<C extends FusedLayer> extends BaseLayer<C> {

  private transient LayerPass lastPass;

  FusedRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  /**
   * Computes what only depends on the weights: call after they change and before the next forward
   * pass.
   */
  public void prepare() {}

  /** Runs the layer and leaves what the backward pass needs in {@code pass}. */
  public abstract INDArray forward(LayerPass pass, INDArray input, boolean training);

  /**
   * Back-propagates one pass.
   *
   * @param epsilon gradient of the loss with respect to the output of that pass; not modified
   * @param wantInput whether the gradient with respect to the input is needed
   * @param wantParameters whether to add this pass's gradient to the gradient view
   * @return the gradient with respect to the input, or null where it was not asked for
   */
  public abstract INDArray backward(
      LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters);

  /**
   * Turns the sums left by {@link #backward} into gradients of the stored parameters; nothing to do
   * without spectral normalisation.
   */
  public void completeGradients() {}

  /** Moves the moving statistics by what this pass saw; nothing in layers without them. */
  public void updateMovingStatistics(LayerPass pass) {}

  /** Moves the moving statistics by these batch statistics; nothing in layers without them. */
  public void moveStatistics(INDArray mean, INDArray variance) {}

  /** Stores what advances once per iteration (spectral-norm vectors). */
  public void commit() {}

  /** The parameter the computation uses: the weight itself, or its spectrally normalised form. */
  public INDArray effectiveWeight() {
    return getParam(WeightParameters.WEIGHT);
  }

  /** The vector that power iteration moves; null without spectral normalisation. */
  public INDArray singularVector() {
    return layerConf().isSpectral() ? getParam(WeightParameters.SINGULAR_VECTOR) : null;
  }

  /**
   * Where {@link #backward} adds up the gradient of a parameter (of the effective weight, for the
   * weight).
   */
  public INDArray gradientView(String parameter) {
    return gradientViews.get(parameter);
  }

  @Override
  public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
    assertInputSet(false);
    INDArray output;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      prepare();
      lastPass = new LayerPass();
      output = forward(lastPass, input, training);
      if (training) {
        updateMovingStatistics(lastPass);
      }
    }
    return workspaces.dup(ArrayType.ACTIVATIONS, output);
  }

  @Override
  public Pair<Gradient, INDArray> backpropGradient(INDArray epsilon, LayerWorkspaceMgr workspaces) {
    Gradient gradient = new DefaultGradient(gradientsFlattened);
    INDArray inputGradient;
    try (MemoryWorkspace outside = Nd4j.getMemoryManager().scopeOutOfWorkspaces()) {
      if (hasParameters()) {
        gradientsFlattened.assign(0);
      }
      inputGradient = backward(lastPass, epsilon.dup('c'), true, true);
      completeGradients();
    }
    if (hasParameters()) {
      for (Map.Entry<String, INDArray> entry : gradientViews.entrySet()) {
        gradient.setGradientFor(entry.getKey(), entry.getValue());
      }
    }
    return new Pair<>(gradient, workspaces.dup(ArrayType.ACTIVATION_GRAD, inputGradient));
  }

  /** DL4J gives layers without parameters no gradient views. */
  private boolean hasParameters() {
    return gradientViews != null;
  }

  /** DL4J calls this after every optimiser step. */
  @Override
  public void applyConstraints(int iteration, int epoch) {
    commit();
    super.applyConstraints(iteration, epoch);
  }

  @Override
  public void clear() {
    super.clear();
    lastPass = null;
  }

  @Override
  public boolean isPretrainLayer() {
    return false;
  }

  @Override
  public Layer.Type type() {
    return Layer.Type.FEED_FORWARD;
  }

  /** A layer that is linear in a weight and a bias, followed by its element-wise function. */
  abstract static class WeightRuntime<C extends FusedLayer> extends FusedRuntime<C> {

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
    abstract INDArray[] gradients(
        INDArray input, INDArray weight, INDArray delta, boolean wantInput);

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
}
