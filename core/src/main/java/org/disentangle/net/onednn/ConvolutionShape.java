package org.disentangle.net.onednn;

import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/**
 * The three products of a convolution with SAME padding, from {@code large} feature maps to {@code
 * small} ones. A transposed convolution is the same thing read backwards.
 */
record ConvolutionShape(long[] large, long[] small, long[] weights, int kernel, int stride) {

  private memory.desc[] layouts() {
    return new memory.desc[] {Device.any(large), Device.any(weights), Device.any(small)};
  }

  /** Large to small. */
  convolution_forward.primitive_desc down(Device device, boolean bias, primitive_attr attributes) {
    memory.desc[] any = layouts();
    convolution_forward.desc description =
        bias
            ? new convolution_forward.desc(
                prop_kind.forward_training,
                algorithm.convolution_direct,
                any[0],
                any[1],
                Device.plain(weights[0]),
                any[2],
                strides(),
                padding(true),
                padding(false))
            : new convolution_forward.desc(
                prop_kind.forward_training,
                algorithm.convolution_direct,
                any[0],
                any[1],
                any[2],
                strides(),
                padding(true),
                padding(false));
    return new convolution_forward.primitive_desc(description, attributes, Device.engine());
  }

  /** Small to large. */
  convolution_backward_data.primitive_desc up(Device device) {
    memory.desc[] any = layouts();
    return new convolution_backward_data.primitive_desc(
        new convolution_backward_data.desc(
            algorithm.convolution_direct,
            any[0],
            any[1],
            any[2],
            strides(),
            padding(true),
            padding(false)),
        Device.attributes(),
        Device.engine(),
        down(device, false, Device.attributes()));
  }

  /** Gradient of the weights, and of a bias on the small side where asked for. */
  convolution_backward_weights.primitive_desc weightGradient(Device device, boolean bias) {
    memory.desc[] any = layouts();
    convolution_backward_weights.desc description =
        bias
            ? new convolution_backward_weights.desc(
                algorithm.convolution_direct,
                any[0],
                any[1],
                Device.plain(weights[0]),
                any[2],
                strides(),
                padding(true),
                padding(false))
            : new convolution_backward_weights.desc(
                algorithm.convolution_direct,
                any[0],
                any[1],
                any[2],
                strides(),
                padding(true),
                padding(false));
    return new convolution_backward_weights.primitive_desc(
        description, Device.attributes(), Device.engine(), down(device, bias, Device.attributes()));
  }

  /** Whether {@link FoldedTranspose} is the faster way from small to large. */
  boolean isFoldable() {
    return kernel == 4
        && stride == 2
        && large[1] <= 4
        && large[2] == 2 * small[2]
        && large[3] == 2 * small[3];
  }

  private long[] strides() {
    return new long[] {stride, stride};
  }

  private long[] padding(boolean leading) {
    long[] padding = new long[2];
    for (int axis = 0; axis < 2; axis++) {
      long total = Math.max(0, (small[axis + 2] - 1) * stride + kernel - large[axis + 2]);
      padding[axis] = leading ? total / 2 : total - total / 2;
    }
    return padding;
  }
}
