package org.disentangle.net.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Scale gamma, centre beta and the moving mean and variance, one value per channel each. */
final class BatchNormParameters extends FlatParameters {

  static final BatchNormParameters INSTANCE = new BatchNormParameters();

  static final String GAMMA = "gamma";
  static final String BETA = "beta";
  static final String MEAN = "mean";
  static final String VARIANCE = "var";

  private BatchNormParameters() {}

  @Override
  Map<String, long[]> shapes(FusedLayer layer) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    for (String name : List.of(GAMMA, BETA, MEAN, VARIANCE)) {
      shapes.put(name, layer.weightShape());
    }
    return shapes;
  }

  @Override
  void initialize(FusedLayer layer, long seed, Map<String, INDArray> parameters) {
    parameters.get(GAMMA).assign(1);
    parameters.get(BETA).assign(0);
    parameters.get(MEAN).assign(0);
    parameters.get(VARIANCE).assign(1);
  }

  @Override
  List<String> trainedWeights() {
    return List.of(GAMMA);
  }

  @Override
  List<String> trainedBiases() {
    return List.of(BETA);
  }
}
