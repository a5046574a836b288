package org.disentangle.net.layer;

import static org.disentangle.net.layer.BatchNormParameters.BETA;
import static org.disentangle.net.layer.BatchNormParameters.GAMMA;
import static org.disentangle.net.layer.BatchNormParameters.MEAN;
import static org.disentangle.net.layer.BatchNormParameters.VARIANCE;
import static org.disentangle.net.layer.FusedBatchNorm.DECAY;
import static org.disentangle.net.layer.FusedBatchNorm.EPSILON;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Live {@link FusedBatchNorm} (Ioffe and Szegedy 2015). */
final class BatchNormRuntime extends FusedRuntime<FusedBatchNorm> {

  BatchNormRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  public INDArray effectiveWeight() {
    return getParam(GAMMA);
  }

  @Override
  public INDArray forward(LayerPass pass, INDArray input, boolean training) {
    INDArray mean = training ? ChannelSums.mean(input) : getParam(MEAN);
    INDArray centred = input.sub(perChannel(mean, input));
    INDArray variance = training ? ChannelSums.mean(centred.mul(centred)) : getParam(VARIANCE);
    pass.input = input;
    pass.mean = mean;
    pass.variance = variance;
    pass.normalised = centred.muli(perChannel(inverseDeviation(variance), input));
    pass.output =
        pass.normalised
            .mul(perChannel(getParam(GAMMA), input))
            .addi(perChannel(getParam(BETA), input));
    layerConf().nonlinearity().apply(pass.output);
    return pass.output;
  }

  /** Valid for passes made in training: the batch statistics depend on the input. */
  @Override
  public INDArray backward(
      LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters) {
    INDArray delta = layerConf().nonlinearity().backward(epsilon, pass.output);
    INDArray along = ChannelSums.sum(delta.mul(pass.normalised));
    INDArray sum = ChannelSums.sum(delta);
    if (wantParameters) {
      gradientView(GAMMA).addi(along);
      gradientView(BETA).addi(sum);
    }
    if (!wantInput) {
      return null;
    }
    double values = (double) delta.length() / sum.length();
    INDArray scale = inverseDeviation(pass.variance).mul(getParam(GAMMA));
    return delta
        .sub(perChannel(sum.div(values), delta))
        .subi(pass.normalised.mul(perChannel(along.div(values), delta)))
        .muli(perChannel(scale, delta));
  }

  @Override
  public void updateMovingStatistics(LayerPass pass) {
    moveStatistics(pass.mean, pass.variance);
  }

  @Override
  public void moveStatistics(INDArray mean, INDArray variance) {
    getParam(MEAN).muli(DECAY).addi(mean.mul(1 - DECAY));
    getParam(VARIANCE).muli(DECAY).addi(variance.mul(1 - DECAY));
  }

  private static INDArray inverseDeviation(INDArray variance) {
    return Transforms.sqrt(variance.add(EPSILON), false).rdivi(1);
  }

  private static INDArray perChannel(INDArray vector, INDArray like) {
    return like.rank() == 2
        ? vector.reshape(1, vector.length())
        : vector.reshape(1, vector.length(), 1, 1);
  }
}
