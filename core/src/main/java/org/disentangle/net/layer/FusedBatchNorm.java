package org.disentangle.net.layer;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;

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
}
