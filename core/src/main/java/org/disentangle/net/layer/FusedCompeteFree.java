// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.latent.Seeds;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.shade.jackson.annotation.JsonInclude;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * The compete-free input of OOGAN's generator (Liu et al. 2020): codes make the feature maps, and
 * say by a mask how much of the noise each map takes, so that noise cannot stand in for a code.
 * Maps are of 4 x 4 there, and of another side where another generator begins with it. Input
 * [batch, codes + noise], codes c first, then noise z; output [batch, filters F, 4, 4],
 *
 * <pre>
 * y = f(K + A c + m(c) * B z),    m(c) = F (W2 relu(W1 c + b1) + b2)
 * </pre>
 *
 * with K the learned constant [F, 4, 4], A and B dense maps to [F, 4, 4], W1 [hidden, codes], W2
 * [F, hidden], the mask m(c) one value a map, and f the element-wise function. K is the bias of the
 * dense maps.
 *
 * <p>The factor F is the authors' code's; what is otherwise different there: K exists but is not
 * added, the noise is drawn in at 8 x 8 instead of 4 x 4, and both branches have batch
 * normalisation of their own. Weights and K start as everywhere, normal with standard deviation
 * 0.02, b1 as 0 and b2 as 1 / F, so that the mask starts near 1.
 */
public final class FusedCompeteFree extends FusedLayer {

  /** Height and width of the output in OOGAN's own generator. */
  public static final int SIDE = 4;

  @JsonProperty private int numCodes;
  @JsonProperty private int hidden;

  /** Height and width of the output; left out of files, and 0, where it is {@value #SIDE}. */
  @JsonProperty
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  private int otherSide;

  /** K, A, B, W1, b1, W2 and b2 of {@link FusedCompeteFree}. */
  private static final String CONSTANT = "constant";

  private static final String CODES = "codes";
  private static final String NOISE = "noise";
  private static final String HIDDEN = "hidden";
  private static final String HIDDEN_BIAS = "hiddenBias";
  private static final String MASK = "mask";
  private static final String MASK_BIAS = "maskBias";

  /** For JSON. */
  public FusedCompeteFree() {}

  /**
   * @param numCodes leading values of the input that are codes, at least 1
   * @param noiseDim the values after them, at least 1
   * @param hidden hidden units of the mask's perceptron, at least 1
   */
  public FusedCompeteFree(
      String name,
      int numCodes,
      int noiseDim,
      long filters,
      int hidden,
      Nonlinearity nonlinearity) {
    this(name, numCodes, noiseDim, filters, SIDE, hidden, nonlinearity);
  }

  /**
   * With maps of another side than 4.
   *
   * @param numCodes leading values of the input that are codes, at least 1
   * @param noiseDim the values after them, at least 1
   * @param side height and width of the output, at least 1
   * @param hidden hidden units of the mask's perceptron, at least 1
   */
  public FusedCompeteFree(
      String name,
      int numCodes,
      int noiseDim,
      long filters,
      int side,
      int hidden,
      Nonlinearity nonlinearity) {
    super(name, (long) numCodes + noiseDim, filters, false, nonlinearity);
    if (noiseDim < 1) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Layer %s masks noise, and found %d noise values beside %d codes",
              name,
              noiseDim,
              numCodes));
    }
    this.numCodes = numCodes;
    this.hidden = hidden;
    otherSide = side == SIDE ? 0 : side;
  }

  /** Height and width of the output. */
  public int side() {
    return otherSide == 0 ? SIDE : otherSide;
  }

  public int numCodes() {
    return numCodes;
  }

  /** Hidden units of the mask's perceptron. */
  public int hidden() {
    return hidden;
  }

  /** Of the dense map of the codes. */
  @Override
  public long[] weightShape() {
    return new long[] {getNOut() * side() * side(), numCodes};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new CompeteFreeRuntime(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return CompeteFreeParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return InputType.convolutional(side(), side(), getNOut());
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && hidden == ((FusedCompeteFree) other).hidden;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), hidden);
  }

  /** The learned constant, the maps of codes and noise, and the mask's perceptron. */
  static final class CompeteFreeParameters extends FlatParameters {

    static final CompeteFreeParameters INSTANCE = new CompeteFreeParameters();

    private static final List<String> WEIGHTS = List.of(CONSTANT, CODES, NOISE, HIDDEN, MASK);

    private CompeteFreeParameters() {}

    @Override
    Map<String, long[]> shapes(FusedLayer layer) {
      FusedCompeteFree conf = (FusedCompeteFree) layer;
      long filters = conf.getNOut();
      long values = filters * conf.side() * conf.side();
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
      RandomGenerator random =
          new SplittableRandom(Seeds.mix(seed, layer.getLayerName().hashCode()));
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

  /** Live {@link FusedCompeteFree}, over the matmul operation. */
  static final class CompeteFreeRuntime extends FusedRuntime<FusedCompeteFree> {

    CompeteFreeRuntime(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    /** The map of the codes. */
    @Override
    public INDArray effectiveWeight() {
      return getParam(CODES);
    }

    @Override
    public INDArray forward(LayerPass pass, INDArray input, boolean training) {
      INDArray c = codes(input);
      pass.input = input;
      pass.hidden = linear(c, HIDDEN).addiRowVector(getParam(HIDDEN_BIAS));
      Nonlinearity.RELU.apply(pass.hidden);
      pass.mask = linear(pass.hidden, MASK).addiRowVector(getParam(MASK_BIAS)).muli(filters());
      pass.noise = perMap(linear(noise(input), NOISE));
      INDArray sum = linear(c, CODES).addiRowVector(getParam(CONSTANT));
      pass.output =
          perMap(sum).addi(pass.noise.mul(overMaps(pass.mask))).reshape('c', shape(input));
      layerConf().nonlinearity().apply(pass.output);
      return pass.output;
    }

    @Override
    public INDArray backward(
        LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters) {
      INDArray maps = perMap(layerConf().nonlinearity().backward(epsilon, pass.output));
      INDArray delta = flat(maps);
      INDArray toNoise = flat(maps.mul(overMaps(pass.mask)));
      INDArray toMask = maps.mul(pass.noise).sum(2).muli(filters());
      INDArray toHidden =
          Nonlinearity.RELU.backward(
              Nd4j.matmul(toMask, getParam(MASK), false, false, false), pass.hidden);
      if (wantParameters) {
        INDArray c = codes(pass.input);
        gradientView(CONSTANT).addi(ChannelSums.sum(delta));
        add(CODES, delta, c);
        add(NOISE, toNoise, noise(pass.input));
        add(MASK, toMask, pass.hidden);
        gradientView(MASK_BIAS).addi(ChannelSums.sum(toMask));
        add(HIDDEN, toHidden, c);
        gradientView(HIDDEN_BIAS).addi(ChannelSums.sum(toHidden));
      }
      return wantInput
          ? Nd4j.concat(
              1,
              transposed(delta, CODES).addi(transposed(toHidden, HIDDEN)),
              transposed(toNoise, NOISE))
          : null;
    }

    private long filters() {
      return layerConf().getNOut();
    }

    private int side() {
      return layerConf().side();
    }

    private INDArray codes(INDArray input) {
      return input.get(all(), interval(0, layerConf().numCodes())).dup('c');
    }

    private INDArray noise(INDArray input) {
      return input.get(all(), interval(layerConf().numCodes(), input.size(1))).dup('c');
    }

    private INDArray linear(INDArray input, String weight) {
      return Nd4j.matmul(input, getParam(weight), false, true, false);
    }

    private INDArray transposed(INDArray delta, String weight) {
      return Nd4j.matmul(delta, getParam(weight), false, false, false);
    }

    private void add(String weight, INDArray delta, INDArray input) {
      gradientView(weight).addi(Nd4j.matmul(delta, input, true, false, false));
    }

    private long[] shape(INDArray input) {
      return new long[] {input.size(0), filters(), side(), side()};
    }

    private INDArray perMap(INDArray values) {
      return values.reshape('c', values.size(0), filters(), (long) side() * side());
    }

    private INDArray flat(INDArray maps) {
      return maps.reshape('c', maps.size(0), filters() * side() * side());
    }

    private INDArray overMaps(INDArray perMap) {
      return perMap.reshape('c', perMap.size(0), filters(), 1);
    }
  }
}
