// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.disentangle.net.layer.WeightParameters.WEIGHT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.latent.Seeds;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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

  /** One weight: one row per class, one value per channel, normal around 0 as other weights are. */
  static final class LabelTableParameters extends FlatParameters {

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

  /** Live {@link FusedLabelTable}. */
  static final class LabelTableRuntime extends FusedRuntime<FusedLabelTable> {

    LabelTableRuntime(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    /**
     * @throws IllegalStateException if the pass has no label for every image
     */
    @Override
    public INDArray forward(LayerPass pass, INDArray input, boolean training) {
      if (pass.labels == null || pass.labels.length != input.size(0)) {
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "Layer %s has %s labels for %d images; expected one per image.",
                layerConf().getLayerName(),
                pass.labels == null ? "no" : pass.labels.length,
                input.size(0)));
      }
      INDArray rows = Nd4j.pullRows(getParam(WEIGHT), 1, pass.labels);
      pass.output = input.add(rows.reshape(input.size(0), input.size(1), 1, 1));
      layerConf().nonlinearity().apply(pass.output);
      return pass.output;
    }

    @Override
    public INDArray backward(
        LayerPass pass, INDArray epsilon, boolean wantInput, boolean wantParameters) {
      INDArray delta = layerConf().nonlinearity().backward(epsilon, pass.output);
      if (wantParameters) {
        INDArray sums = delta.sum(2, 3);
        for (int image = 0; image < pass.labels.length; image++) {
          gradientView(WEIGHT).getRow(pass.labels[image]).addi(sums.getRow(image));
        }
      }
      return wantInput ? delta : null;
    }
  }
}
