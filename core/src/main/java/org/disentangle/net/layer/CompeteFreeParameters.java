package org.disentangle.net.layer;

import static org.disentangle.net.layer.FusedCompeteFree.SIDE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.disentangle.latent.Seeds;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The learned constant, the maps of codes and noise, and the mask's perceptron. */
final class CompeteFreeParameters extends FlatParameters {

  static final CompeteFreeParameters INSTANCE = new CompeteFreeParameters();

  /** K, A, B, W1, b1, W2 and b2 of {@link FusedCompeteFree}. */
  static final String CONSTANT = "constant";

  static final String CODES = "codes";
  static final String NOISE = "noise";
  static final String HIDDEN = "hidden";
  static final String HIDDEN_BIAS = "hiddenBias";
  static final String MASK = "mask";
  static final String MASK_BIAS = "maskBias";

  private static final List<String> WEIGHTS = List.of(CONSTANT, CODES, NOISE, HIDDEN, MASK);

  private CompeteFreeParameters() {}

  @Override
  Map<String, long[]> shapes(FusedLayer layer) {
    FusedCompeteFree conf = (FusedCompeteFree) layer;
    long filters = conf.getNOut();
    long values = filters * SIDE * SIDE;
    Map<String, long[]> shapes = new LinkedHashMap<>();
    shapes.put(CONSTANT, new long[] {values});
    shapes.put(CODES, new long[] {values, conf.numCodes()});
    shapes.put(NOISE, new long[] {values, conf.getNIn() - conf.numCodes()});
    shapes.put(HIDDEN, new long[] {conf.hidden(), conf.numCodes()});
    shapes.put(HIDDEN_BIAS, new long[] {conf.hidden()});
    shapes.put(MASK, new long[] {filters, conf.hidden()});
    shapes.put(MASK_BIAS, new long[] {filters});
    return shapes;
  }

  @Override
  void initialize(FusedLayer layer, long seed, Map<String, INDArray> parameters) {
    RandomGenerator random = new SplittableRandom(Seeds.mix(seed, layer.getLayerName().hashCode()));
    for (String weight : WEIGHTS) {
      WeightParameters.fill(
          parameters.get(weight), FusedLayer.INITIAL_DEVIATION, Double.POSITIVE_INFINITY, random);
    }
    parameters.get(HIDDEN_BIAS).assign(0);
    parameters.get(MASK_BIAS).assign(1.0 / layer.getNOut());
  }

  @Override
  List<String> trainedWeights() {
    return WEIGHTS;
  }

  @Override
  List<String> trainedBiases() {
    return List.of(HIDDEN_BIAS, MASK_BIAS);
  }
}
