// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.disentangle.net.onednn.Layouts.FLOATS;

import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedBatchNorm;
import org.disentangle.net.layer.FusedRuntime;
import org.disentangle.net.onednn.Stage.Program;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalisation; gamma and beta lie side by side in the flat parameters, as oneDNN takes
 * them.
 */
final class BatchNormStage extends Stage {

  private final FusedRuntime<?> layer;
  private final Device device;
  private final Activation activation;
  private final long[] sizes;
  private final INDArray mean;
  private final INDArray variance;
  private memory.desc layout;
  private memory source;
  private memory normalised;
  private batch_normalization_forward.primitive_desc trained;

  /**
   * @param sizes [batch, values] or [batch, channels, height, width]
   */
  BatchNormStage(FusedRuntime<?> layer, SharedWeights weights, long[] sizes) {
    this.layer = layer;
    device = weights.device();
    activation = new Activation(layer.layerConf().nonlinearity(), device);
    this.sizes = sizes;
    mean = device.array(sizes[1]);
    variance = device.array(sizes[1]);
  }

  /** Vectors of whole blocks of values are blocked feature maps of one position: the same bytes. */
  private memory.desc layoutOf(memory input) {
    if (sizes.length == 4) {
      return input.get_desc();
    }
    long[] maps = {sizes[0], sizes[1], 1, 1};
    Layouts values = Layouts.like(input);
    return sizes[1] % Device.BLOCK == 0 ? values.blocked(maps) : values.plain(maps);
  }

  @Override
  memory compileForward(memory input, Program training, Program inference) {
    layout = layoutOf(input);
    source = device.view(input, layout);
    normalised = device.allocate(layout);
    memory.desc statistics = FLOATS.plain(sizes[1]);
    trained = describe(prop_kind.forward_training, 0);
    training.add(call(trained, device.over(mean, statistics), device.over(variance, statistics)));
    inference.add(
        call(
            describe(prop_kind.forward_inference, normalization_flags.use_global_stats.value),
            device.over(layer.getParam("mean"), statistics),
            device.over(layer.getParam("var"), statistics)));
    activation.forward(normalised, training);
    activation.forward(normalised, inference);
    return sizes.length == 4
        ? normalised
        : device.view(normalised, Layouts.like(normalised).plain(sizes));
  }

  private batch_normalization_forward.primitive_desc describe(prop_kind kind, int flags) {
    return new batch_normalization_forward.primitive_desc(
        new batch_normalization_forward.desc(
            kind.value,
            layout,
            (float) FusedBatchNorm.EPSILON,
            flags | normalization_flags.use_scale_shift.value),
        Device.attributes(),
        Device.engine());
  }

  private Runnable call(
      batch_normalization_forward.primitive_desc description, memory mean, memory variance) {
    return device.call(
        new batch_normalization_forward(description),
        DNNL_ARG_SRC,
        source,
        DNNL_ARG_DST,
        normalised,
        DNNL_ARG_MEAN,
        mean,
        DNNL_ARG_VARIANCE,
        variance,
        DNNL_ARG_SCALE_SHIFT,
        scaleAndShift());
  }

  private memory scaleAndShift() {
    return device.over(layer.getParam("gamma"), FLOATS.plain(2, sizes[1]));
  }

  @Override
  memory compileBackward(memory epsilon) {
    memory arranged = sizes.length == 4 ? epsilon : arrange(epsilon);
    memory gradient = activation.backward(normalised, arranged, delta);
    memory.desc statistics = FLOATS.plain(sizes[1]);
    batch_normalization_backward.primitive_desc description =
        new batch_normalization_backward.primitive_desc(
            new batch_normalization_backward.desc(
                prop_kind.backward.value,
                layout,
                layout,
                (float) FusedBatchNorm.EPSILON,
                normalization_flags.use_scale_shift.value),
            Device.attributes(),
            Device.engine(),
            trained);
    memory result = device.allocate(layout);
    memory scaleAndShiftGradient = device.allocate(FLOATS.plain(2, sizes[1]));
    delta.add(
        device.call(
            new batch_normalization_backward(description),
            DNNL_ARG_SRC,
            source,
            DNNL_ARG_DIFF_DST,
            gradient,
            DNNL_ARG_DIFF_SRC,
            result,
            DNNL_ARG_MEAN,
            device.over(mean, statistics),
            DNNL_ARG_VARIANCE,
            device.over(variance, statistics),
            DNNL_ARG_SCALE_SHIFT,
            scaleAndShift(),
            DNNL_ARG_DIFF_SCALE_SHIFT,
            scaleAndShiftGradient));
    parameterGradients.add(
        device.add(
            scaleAndShiftGradient,
            device.over(layer.gradientView("gamma"), FLOATS.plain(2, sizes[1]))));
    return sizes.length == 4 ? result : device.view(result, Layouts.like(result).plain(sizes));
  }

  private memory arrange(memory vectors) {
    memory.desc plain = Layouts.like(normalised).plain(sizes);
    return device.view(device.in(plain, vectors, delta), layout);
  }

  @Override
  void updateMovingStatistics() {
    layer.moveStatistics(mean, variance);
  }
}
