// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Cuts a layer's part of the flat parameter vector into named arrays, in row-major order.
 * Non-trained state (spectral-norm vectors, moving statistics) is part of it with a gradient of
 * zero, which every optimiser leaves where it is; so it is stored, broadcast and averaged with the
 * weights.
 */
abstract class FlatParameters implements ParamInitializer {

  /** Shapes by name, in storage order. */
  abstract Map<String, long[]> shapes(FusedLayer layer);

  abstract void initialize(FusedLayer layer, long seed, Map<String, INDArray> parameters);

  abstract List<String> trainedWeights();

  abstract List<String> trainedBiases();

  @Override
  public long numParams(NeuralNetConfiguration conf) {
    return numParams(conf.getLayer());
  }

  @Override
  public long numParams(Layer layer) {
    return shapes((FusedLayer) layer).values().stream().mapToLong(FlatParameters::length).sum();
  }

  @Override
  public List<String> paramKeys(Layer layer) {
    return new ArrayList<>(shapes((FusedLayer) layer).keySet());
  }

  @Override
  public List<String> weightKeys(Layer layer) {
    return trainedWeights();
  }

  @Override
  public List<String> biasKeys(Layer layer) {
    return trainedBiases();
  }

  @Override
  public boolean isWeightParam(Layer layer, String key) {
    return trainedWeights().contains(key);
  }

  @Override
  public boolean isBiasParam(Layer layer, String key) {
    return trainedBiases().contains(key);
  }

  @Override
  public Map<String, INDArray> init(
      NeuralNetConfiguration conf, INDArray paramsView, boolean initializeParams) {
    FusedLayer layer = (FusedLayer) conf.getLayer();
    Map<String, INDArray> parameters = cut(layer, paramsView);
    parameters.keySet().forEach(conf::addVariable);
    if (initializeParams) {
      initialize(layer, conf.getSeed(), parameters);
    }
    return parameters;
  }

  @Override
  public Map<String, INDArray> getGradientsFromFlattened(
      NeuralNetConfiguration conf, INDArray gradientView) {
    return cut((FusedLayer) conf.getLayer(), gradientView);
  }

  private Map<String, INDArray> cut(FusedLayer layer, INDArray view) {
    INDArray flat = view.reshape(view.length());
    Map<String, INDArray> named = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, long[]> entry : shapes(layer).entrySet()) {
      long length = length(entry.getValue());
      INDArray part = flat.get(NDArrayIndex.interval(offset, offset + length));
      named.put(entry.getKey(), part.reshape('c', entry.getValue()));
      offset += length;
    }
    return named;
  }

  private static long length(long[] shape) {
    long product = 1;
    for (long size : shape) {
      product *= size;
    }
    return product;
  }
}
