package org.disentangle.net.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * Live {@link FusedGroupedConvolution}: an ordinary convolution whose kernels are zero outside
 * their group. Channels are few where it is used, and one operation is faster than one per group.
 */
final class GroupedConvolutionRuntime extends KernelRuntime<FusedGroupedConvolution> {

  GroupedConvolutionRuntime(NeuralNetConfiguration conf, DataType type) {
    super(conf, type);
  }

  @Override
  INDArray linear(INDArray input, INDArray weight, INDArray bias) {
    return operation().convolve(input, blockDiagonal(weight), bias);
  }

  @Override
  INDArray[] gradients(INDArray input, INDArray weight, INDArray delta, boolean wantInput) {
    INDArray[] gradients = operation().convolveBackward(input, blockDiagonal(weight), delta);
    INDArray ofGroups = weight.ulike();
    for (int group = 0; group < layerConf().groups(); group++) {
      ofGroups.get(filters(group)).assign(gradients[0].get(block(group)));
    }
    gradients[0] = ofGroups;
    return gradients;
  }

  private INDArray blockDiagonal(INDArray weight) {
    FusedGroupedConvolution conf = layerConf();
    INDArray full =
        Nd4j.create(weight.dataType(), conf.getNOut(), conf.getNIn(), conf.kernel(), conf.kernel());
    for (int group = 0; group < conf.groups(); group++) {
      full.get(block(group)).assign(weight.get(filters(group)));
    }
    return full;
  }

  /** A group in the group weight. */
  private INDArrayIndex[] filters(int group) {
    return new INDArrayIndex[] {part(group, layerConf().getNOut()), all(), all(), all()};
  }

  /** A group in the whole kernel. */
  private INDArrayIndex[] block(int group) {
    return new INDArrayIndex[] {
      part(group, layerConf().getNOut()), part(group, layerConf().getNIn()), all(), all()
    };
  }

  private INDArrayIndex part(int group, long channels) {
    long size = channels / layerConf().groups();
    return interval(group * size, (group + 1) * size);
  }
}
