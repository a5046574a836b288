// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import java.util.Locale;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.disentangle.error.InvalidInputException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Square convolution in groups, with the SAME padding of {@link FusedConvolution}: input channels
 * and filters are cut, in order, into equally many groups, and a filter sees the channels of its
 * own group only. [batch, inputs, height, width] to [batch, outputs, height', width']; weight
 * [outputs, inputs / groups, kernel, kernel].
 */
public final class FusedGroupedConvolution extends FusedKernelLayer {

  @JsonProperty private int groups;

  /** For JSON. */
  public FusedGroupedConvolution() {}

  /**
   * @throws IllegalArgumentException if inputs or outputs cannot be cut into that many groups
   */
  public FusedGroupedConvolution(
      String name,
      int groups,
      long inputs,
      long outputs,
      int kernel,
      int stride,
      Nonlinearity nonlinearity) {
    this(name, groups, inputs, outputs, kernel, stride, false, nonlinearity);
  }

  /**
   * @param spectral whether the weight, of all groups together, is divided by its largest singular
   *     value
   * @throws IllegalArgumentException if inputs or outputs cannot be cut into that many groups
   */
  public FusedGroupedConvolution(
      String name,
      int groups,
      long inputs,
      long outputs,
      int kernel,
      int stride,
      boolean spectral,
      Nonlinearity nonlinearity) {
    super(name, inputs, outputs, kernel, stride, spectral, nonlinearity);
    if (inputs % groups != 0 || outputs % groups != 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "Layer %s cannot cut %d input channels and %d filters into %d groups of equal size",
              name,
              inputs,
              outputs,
              groups),
          "Make both multiples of the number of codes.");
    }
    this.groups = groups;
  }

  public int groups() {
    return groups;
  }

  @Override
  public long[] weightShape() {
    return new long[] {getNOut(), getNIn() / groups, kernel(), kernel()};
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new GroupedConvolutionRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        (input.getHeight() + stride() - 1) / stride(),
        (input.getWidth() + stride() - 1) / stride(),
        getNOut());
  }

  /**
   * Live {@link FusedGroupedConvolution}: an ordinary convolution whose kernels are zero outside
   * their group. Channels are few where it is used, and one operation is faster than one per group.
   */
  static final class GroupedConvolutionRuntime extends KernelRuntime<FusedGroupedConvolution> {

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
          Nd4j.create(
              weight.dataType(), conf.getNOut(), conf.getNIn(), conf.kernel(), conf.kernel());
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
}
