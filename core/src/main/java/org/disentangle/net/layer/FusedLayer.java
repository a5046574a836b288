// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Configuration shared by our layers: sizes, spectral normalisation and the element-wise function
 * at the end. Weights and biases start as in the InfoGAN-CR code: normal (convolutions: truncated
 * normal) with standard deviation 0.02, biases 0.
 */
public abstract class FusedLayer extends FeedForwardLayer {

  /** Standard deviation of the initial weights. */
  public static final double INITIAL_DEVIATION = 0.02;

  @JsonProperty private boolean spectral;
  @JsonProperty private Nonlinearity nonlinearity = Nonlinearity.IDENTITY;

  protected FusedLayer() {}

  protected FusedLayer(
      String name, long inputs, long outputs, boolean spectral, Nonlinearity nonlinearity) {
    setLayerName(name);
    setNIn(inputs);
    setNOut(outputs);
    this.spectral = spectral;
    this.nonlinearity = nonlinearity;
  }

  /** Whether the weight is divided by its largest singular value (Miyato et al. 2018). */
  public boolean isSpectral() {
    return spectral;
  }

  public Nonlinearity nonlinearity() {
    return nonlinearity;
  }

  /** Shape of the weight, outputs of the layer first except in transposed convolutions. */
  public abstract long[] weightShape();

  abstract FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type);

  @Override
  public Layer instantiate(
      NeuralNetConfiguration conf,
      Collection<TrainingListener> listeners,
      int layerIndex,
      INDArray parameterView,
      boolean initializeParams,
      DataType networkDataType) {
    FusedRuntime<?> layer = runtime(conf, networkDataType);
    layer.setListeners(listeners);
    layer.setIndex(layerIndex);
    layer.setParamsViewArray(parameterView);
    layer.setParamTable(initializer().init(conf, parameterView, initializeParams));
    layer.setConf(conf);
    return layer;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && other instanceof FusedLayer that
        && getClass() == that.getClass()
        && spectral == that.spectral
        && nonlinearity == that.nonlinearity
        && Arrays.equals(weightShape(), that.weightShape());
  }

  @Override
  public int hashCode() {
    return 31 * super.hashCode() + Objects.hash(spectral, nonlinearity.name());
  }

  @Override
  public ParamInitializer initializer() {
    return WeightParameters.INSTANCE;
  }

  @Override
  public abstract InputType getOutputType(int layerIndex, InputType inputType);

  @Override
  public LayerMemoryReport getMemoryReport(InputType inputType) {
    InputType output = getOutputType(-1, inputType);
    return new LayerMemoryReport.Builder(getLayerName(), getClass(), inputType, output)
        .standardMemory(initializer().numParams(this), 0)
        .workingMemory(0, 0, 0, output.arrayElementsPerExample())
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }
}
