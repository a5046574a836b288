// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.latent.Seeds;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Weight W, bias b and, with spectral normalisation, the persistent vector u (one value per
 * output).
 */
final class WeightParameters extends FlatParameters {

  static final WeightParameters INSTANCE = new WeightParameters();

  static final String WEIGHT = "W";
  static final String BIAS = "b";
  static final String SINGULAR_VECTOR = "u";

  private WeightParameters() {}

  @Override
  Map<String, long[]> shapes(FusedLayer layer) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(WEIGHT, layer.weightShape());
    shapes.put(BIAS, new long[] {layer.getNOut()});
    if (layer.isSpectral()) {
      shapes.put(SINGULAR_VECTOR, new long[] {layer.getNOut()});
    }
    return shapes;
  }

  @Override
  void initialize(FusedLayer layer, long seed, Map<String, INDArray> parameters) {
    RandomGenerator random = new SplittableRandom(Seeds.mix(seed, layer.getLayerName().hashCode()));
    fill(
        parameters.get(WEIGHT),
        FusedLayer.INITIAL_DEVIATION,
        isConvolution(layer) ? 2 : Double.POSITIVE_INFINITY,
        random);
    parameters.get(BIAS).assign(0);
    if (layer.isSpectral()) {
      fill(parameters.get(SINGULAR_VECTOR), 1, 2, random);
    }
  }

  private static boolean isConvolution(FusedLayer layer) {
    return layer instanceof FusedConvolution || layer instanceof FusedGroupedConvolution;
  }

  /** Normal draws, drawn again where they are further than {@code bound} deviations from zero. */
  static void fill(INDArray array, double deviation, double bound, RandomGenerator random) {
    double[] values = new double[(int) array.length()];
    for (int i = 0; i < values.length; i++) {
      double draw;
      do {
        draw = random.nextGaussian();
      } while (Math.abs(draw) > bound);
      values[i] = draw * deviation;
    }
    array.assign(drawn(values, array.dataType()).reshape('c', array.shape()));
  }

  /** Single precision is rounded to here, as the way of doubles into an array is long. */
  private static INDArray drawn(double[] values, DataType type) {
    if (type != DataType.FLOAT) {
      return Nd4j.createFromArray(values).castTo(type);
    }
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return Nd4j.createFromArray(rounded);
  }

  @Override
  List<String> trainedWeights() {
    return List.of(WEIGHT);
  }

  @Override
  List<String> trainedBiases() {
    return List.of(BIAS);
  }
}
