package org.disentangle.net.layer;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.params.EmptyParamInitializer;

/** A layer without parameters that makes feature maps smaller or larger, channel by channel. */
public abstract class FusedResampling extends FusedLayer {

  FusedResampling() {}

  FusedResampling(String name, long channels, Nonlinearity nonlinearity) {
    super(name, channels, channels, false, nonlinearity);
  }

  /** There is no weight. */
  @Override
  public long[] weightShape() {
    return new long[] {0};
  }

  @Override
  public ParamInitializer initializer() {
    return EmptyParamInitializer.getInstance();
  }

  @Override
  public void setNIn(InputType inputType, boolean override) {
    if (getNIn() <= 0 || override) {
      setNIn(((InputType.InputTypeConvolutional) inputType).getChannels());
      setNOut(getNIn());
    }
  }

  @Override
  public InputPreProcessor getPreProcessorForInputType(InputType inputType) {
    return null;
  }
}
