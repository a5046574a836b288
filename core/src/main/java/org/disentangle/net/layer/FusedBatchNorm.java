// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Batch normalisation over the channel axis of [batch, channels] or [batch, channels, height,
 * width]. In training the batch's own mean and biased variance are used and the moving statistics
 * become decay x moving + (1 - decay) x batch at every forward pass; at inference the moving
 * statistics are used. Decay 0.9 and epsilon 1e-5, as in the InfoGAN-CR code.
 */
public final class FusedBatchNorm extends FusedLayer {

  /** Weight of the old moving statistics. */
  public static final double DECAY = 0.9;

  /** Added to the variance. */
  public static final double EPSILON = 1e-5;

  private static final String GAMMA = "gamma";
  private static final String BETA = "beta";
  private static final String MEAN = "mean";
  private static final String VARIANCE = "var";

  /** For JSON. */
  public FusedBatchNorm() {}

  public FusedBatchNorm(String name, long channels, Nonlinearity nonlinearity) {
    super(name, channels, channels, false, nonlinearity);
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new BatchNormRuntime(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return BatchNormParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return inputType;
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    if (getNIn() <= 0 || override) {
      setNIn(
          inputType instanceof InputType.InputTypeConvolutional images
              ? images.getChannels()
              : inputType.arrayElementsPerExample());
      setNOut(getNIn());
    }
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }

  /** Scale gamma, centre beta and the moving mean and variance, one value per channel each. */
  static final class BatchNormParameters extends FlatParameters {

    static final BatchNormParameters INSTANCE = new BatchNormParameters();

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

  /** Live {@link FusedBatchNorm} (Ioffe and Szegedy 2015). */
  static final class BatchNormRuntime extends FusedRuntime<FusedBatchNorm> {

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
      move(getParam(MEAN), mean);
      move(getParam(VARIANCE), variance);
    }

    private static void move(INDArray moving, INDArray batch) {
      double[] values = HostValues.read(moving);
      double[] latest = HostValues.read(batch);
      for (int i = 0; i < values.length; i++) {
        values[i] = values[i] * DECAY + latest[i] * (1 - DECAY);
      }
      HostValues.write(values, moving);
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
}
