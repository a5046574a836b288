package org.disentangle.net.layer;

import static org.disentangle.net.layer.WeightParameters.WEIGHT;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.disentangle.latent.Seeds;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One weight: one row per class, one value per channel, normal around 0 as other weights are. */
final class LabelTableParameters extends FlatParameters {

  static final LabelTableParameters INSTANCE = new LabelTableParameters();

  private LabelTableParameters() {}

  @Override
  Map<String, long[]> shapes(FusedLayer layer) {
    return Map.of(WEIGHT, layer.weightShape());
  }

  @Override
  void initialize(FusedLayer layer, long seed, Map<String, INDArray> parameters) {
    WeightParameters.fill(
        parameters.get(WEIGHT),
        FusedLayer.INITIAL_DEVIATION,
        Double.POSITIVE_INFINITY,
        new SplittableRandom(Seeds.mix(seed, layer.getLayerName().hashCode())));
  }

  @Override
  List<String> trainedWeights() {
    return List.of(WEIGHT);
  }

  @Override
  List<String> trainedBiases() {
    return List.of();
  }
}
