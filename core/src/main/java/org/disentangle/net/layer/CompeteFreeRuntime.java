package org.disentangle.net.layer;

import static org.disentangle.net.layer.CompeteFreeParameters.CODES;
import static org.disentangle.net.layer.CompeteFreeParameters.CONSTANT;
import static org.disentangle.net.layer.CompeteFreeParameters.HIDDEN;
import static org.disentangle.net.layer.CompeteFreeParameters.HIDDEN_BIAS;
import static org.disentangle.net.layer.CompeteFreeParameters.MASK;
import static org.disentangle.net.layer.CompeteFreeParameters.MASK_BIAS;
import static org.disentangle.net.layer.CompeteFreeParameters.NOISE;
import static org.disentangle.net.layer.FusedCompeteFree.SIDE;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Live {@link FusedCompeteFree}, over the matmul operation. */
final class CompeteFreeRuntime extends FusedRuntime<FusedCompeteFree> {

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
    pass.output = perMap(sum).addi(pass.noise.mul(overMaps(pass.mask))).reshape('c', shape(input));
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
    return new long[] {input.size(0), filters(), SIDE, SIDE};
  }

  private INDArray perMap(INDArray values) {
    return values.reshape('c', values.size(0), filters(), SIDE * SIDE);
  }

  private INDArray flat(INDArray maps) {
    return maps.reshape('c', maps.size(0), filters() * SIDE * SIDE);
  }

  private INDArray overMaps(INDArray perMap) {
    return perMap.reshape('c', perMap.size(0), filters(), 1);
  }
}
