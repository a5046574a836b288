package org.disentangle.net.layer;

import static org.disentangle.net.layer.WeightParameters.WEIGHT;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Live {@link FusedLabelTable}. */
final class LabelTableRuntime extends FusedRuntime<FusedLabelTable> {

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
