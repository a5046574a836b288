// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import java.util.Arrays;
import java.util.Objects;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Feature maps of twice the height and width, then the element-wise function: [batch, channels,
 * height, width] to [batch, channels, 2 height, 2 width]. Values are those of the nearest input
 * pixel, or interpolated linearly along both axes between pixel centres (output pixel i lies at
 * input position (i + 1/2) / 2 - 1/2; beyond the outermost centres their values go on).
 */
public final class FusedUpsample extends FusedResampling {

  /** Output pixels along an axis for each input pixel. */
  public static final int FACTOR = 2;

  @JsonProperty private boolean bilinear;

  /** For JSON. */
  public FusedUpsample() {}

  public FusedUpsample(String name, long channels, boolean bilinear, Nonlinearity nonlinearity) {
    super(name, channels, nonlinearity);
    this.bilinear = bilinear;
  }

  /** Whether values are interpolated rather than repeated. */
  public boolean bilinear() {
    return bilinear;
  }

  @Override
  FusedRuntime<?> runtime(NeuralNetConfiguration conf, DataType type) {
    return new UpsampleRuntime(conf, type);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType inputType) {
    var input = (InputType.InputTypeConvolutional) inputType;
    return InputType.convolutional(
        FACTOR * input.getHeight(), FACTOR * input.getWidth(), getNOut());
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && bilinear == ((FusedUpsample) other).bilinear;
  }

  @Override
  public int hashCode() {
    return Objects.hash(super.hashCode(), bilinear);
  }

  /**
   * Live {@link FusedUpsample}, one axis after the other. Along an axis the two output pixels of an
   * input pixel are, if interpolated, 3/4 of it and 1/4 of its neighbour on their side.
   */
  static final class UpsampleRuntime extends ResamplingRuntime<FusedUpsample> {

    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;
    private static final double NEAR = 0.75;
    private static final double FAR = 0.25;

    UpsampleRuntime(NeuralNetConfiguration conf, DataType type) {
      super(conf, type);
    }

    @Override
    INDArray resample(INDArray input) {
      return stretch(stretch(input, HEIGHT), WIDTH);
    }

    @Override
    INDArray adjoint(INDArray delta, INDArray input) {
      return shrink(shrink(delta, WIDTH), HEIGHT);
    }

    private INDArray stretch(INDArray maps, int axis) {
      long[] shape = maps.shape().clone();
      shape[axis] *= FACTOR;
      if (!layerConf().bilinear()) {
        return Nd4j.stack(axis + 1, maps, maps).reshape('c', shape);
      }
      long last = maps.size(axis) - 1;
      INDArray near = maps.mul(NEAR);
      INDArray lower = near.dup();
      slice(lower, axis, 0, 1).addi(slice(maps, axis, 0, 1).mul(FAR));
      INDArray upper = near;
      slice(upper, axis, last, last + 1).addi(slice(maps, axis, last, last + 1).mul(FAR));
      if (last > 0) {
        slice(lower, axis, 1, last + 1).addi(slice(maps, axis, 0, last).mul(FAR));
        slice(upper, axis, 0, last).addi(slice(maps, axis, 1, last + 1).mul(FAR));
      }
      return Nd4j.stack(axis + 1, lower, upper).reshape('c', shape);
    }

    /** The transpose of {@link #stretch}. */
    private INDArray shrink(INDArray delta, int axis) {
      long[] pairs = new long[delta.rank() + 1];
      System.arraycopy(delta.shape(), 0, pairs, 0, axis + 1);
      System.arraycopy(delta.shape(), axis, pairs, axis + 1, delta.rank() - axis);
      pairs[axis] /= FACTOR;
      pairs[axis + 1] = FACTOR;
      INDArray split = delta.reshape('c', pairs);
      INDArray lower = member(split, axis + 1, 0);
      INDArray upper = member(split, axis + 1, 1);
      INDArray sum = lower.add(upper);
      if (!layerConf().bilinear()) {
        return sum;
      }
      sum.muli(NEAR);
      long last = sum.size(axis) - 1;
      slice(sum, axis, 0, 1).addi(slice(lower, axis, 0, 1).mul(FAR));
      slice(sum, axis, last, last + 1).addi(slice(upper, axis, last, last + 1).mul(FAR));
      if (last > 0) {
        slice(sum, axis, 0, last).addi(slice(lower, axis, 1, last + 1).mul(FAR));
        slice(sum, axis, 1, last + 1).addi(slice(upper, axis, 0, last).mul(FAR));
      }
      return sum;
    }

    /** A view of some places along an axis. */
    private static INDArray slice(INDArray array, int axis, long from, long to) {
      INDArrayIndex[] indices = everything(array);
      indices[axis] = NDArrayIndex.interval(from, to);
      return array.get(indices);
    }

    /** A view of one place along an axis, without that axis. */
    private static INDArray member(INDArray array, int axis, long at) {
      INDArrayIndex[] indices = everything(array);
      indices[axis] = NDArrayIndex.point(at);
      return array.get(indices);
    }

    private static INDArrayIndex[] everything(INDArray array) {
      INDArrayIndex[] indices = new INDArrayIndex[array.rank()];
      Arrays.fill(indices, NDArrayIndex.all());
      return indices;
    }
  }
}
