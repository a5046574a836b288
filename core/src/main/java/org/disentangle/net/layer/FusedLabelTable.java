package org.disentangle.net.layer;

import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * A look-up table of labels: to each feature map of an image [batch, channels, height, width] adds
 * the one learned value that the table has for the image's label and that channel; weight [classes,
 * channels]. The labels come with the pass ({@link LayerPass#condition}).
 */
public final class FusedLabelTable extends FusedLayer {

  @JsonProperty private long classes;

  /** For JSON. */
  public FusedLabelTable() {}

  public FusedLabelTable(String name, long channels, long classes, Nonlinearity nonlinearity) {
    super(name, channels, channels, false, nonlinearity);
    this.classes = classes;
  }

  @Override
  public long[] weightShape() {
    return new long[] {classes, getNOut()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new LabelTableRuntime(conf, type);
  }

  @Override
  public ParamInitializer initializer() {
    return LabelTableParameters.INSTANCE;
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    return inputType;
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
