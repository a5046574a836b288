// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.normalization_flags;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_forward;
import org.disentangle.net.layer.FusedRuntime;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One layer of one pass, compiled for one batch size. */
abstract class Stage {

  final Program delta = new Program();
  final Program parameterGradients = new Program();
  final Program inputGradient = new Program();

  /**
   * Adds the layer to the two forward programs.
   *
   * @param input memory the layer reads at every run
   * @return memory it writes
   */
  abstract memory compileForward(memory input, Program training, Program inference);

  /**
   * Fills the three backward programs.
   *
   * @param epsilon memory with the gradient of the output at every run; may be overwritten
   * @return memory where {@link #inputGradient} leaves the gradient of the input
   */
  abstract memory compileBackward(memory epsilon);

  /** Says the labels of the next run, one per row of the batch; null for none. */
  void condition(int[] labels) {}

  /** Moves the moving statistics by the last training run. */
  void updateMovingStatistics() {}

  final void backward(boolean wantInput, boolean wantParameters) {
    delta.run();
    if (wantParameters) {
      parameterGradients.run();
    }
    if (wantInput) {
      inputGradient.run();
    }
  }

  /** Steps compiled once and run many times. */
  static final class Program implements Runnable {

    private final List<Runnable> steps = new ArrayList<>();

    void add(Runnable step) {
      steps.add(step);
    }

    @Override
    public void run() {
      for (Runnable step : steps) {
        step.run();
      }
    }
  }

  /**
   * Where a product comes from and goes to.
   *
   * @param given of what it gives: single precision at the end of a network, so that losses read
   *     all of it
   */
  record Product(FusedRuntime<?> layer, SharedWeights weights, Layouts given) {}

  /** A stage that is a product with a weight, plus a bias, and then its element-wise function. */
  abstract static class WeightStage extends Stage {

    final FusedRuntime<?> layer;
    final SharedWeights weights;
    final Device device;
    final Activation activation;
    final Layouts given;
    private final memory.desc storedWeight;
    private final memory.desc storedBias;

    /**
     * @param weightSizes how the stored weight is read
     */
    WeightStage(Product product, long[] weightSizes) {
      layer = product.layer();
      weights = product.weights();
      given = product.given();
      device = weights.device();
      activation = new Activation(layer.layerConf().nonlinearity(), device);
      storedWeight = FLOATS.plain(weightSizes);
      storedBias = FLOATS.plain(layer.layerConf().getNOut());
    }

    /** The effective weight in the layout asked for. */
    final memory weight(memory.desc layout) {
      return weights.weight(layer, storedWeight, layout);
    }

    final memory bias() {
      return device.over(layer.getParam("b"), storedBias);
    }

    final void addWeightGradient(memory gradient) {
      parameterGradients.add(
          device.add(gradient, device.over(layer.gradientView("W"), storedWeight)));
    }

    final void addBiasGradient(memory gradient) {
      parameterGradients.add(
          device.add(gradient, device.over(layer.gradientView("b"), storedBias)));
    }
  }

  /**
   * Adds one value per channel to feature maps, in place: batch normalisation with mean 0, variance
   * 1 and an epsilon that vanishes beside it, the only fast per-channel operation oneDNN has for
   * blocked layouts.
   */
  record ChannelShift(Device device) {

    /** 1 + epsilon is 1; not 0, because the channels that fill up a block have variance 0. */
    private static final float EPSILON = 1e-12f;

    void compile(memory maps, memory scaleAndShift, Program program) {
      batch_normalization_forward.primitive_desc description =
          new batch_normalization_forward.primitive_desc(
              new batch_normalization_forward.desc(
                  prop_kind.forward_inference.value,
                  maps.get_desc(),
                  EPSILON,
                  normalization_flags.use_global_stats.value
                      | normalization_flags.use_scale_shift.value),
              Device.attributes(),
              Device.engine());
      program.add(
          device.call(
              new batch_normalization_forward(description),
              DNNL_ARG_SRC,
              maps,
              DNNL_ARG_MEAN,
              constant(description.mean_desc(), 0),
              DNNL_ARG_VARIANCE,
              constant(description.variance_desc(), 1),
              DNNL_ARG_SCALE_SHIFT,
              scaleAndShift,
              DNNL_ARG_DST,
              maps));
    }

    private memory constant(memory.desc layout, float value) {
      memory filled = device.allocate(layout);
      FloatBuffer floats = Device.floats(filled);
      for (int i = 0; i < floats.capacity(); i++) {
        floats.put(i, value);
      }
      return filled;
    }
  }

  /**
   * Adds the sum over images and positions of each feature map to an array: the gradient of a
   * per-channel bias.
   */
  record ChannelSum(Device device) {

    void compile(memory maps, long[] sizes, INDArray target, Program program) {
      long[] window = {sizes[2], sizes[3]};
      long[] none = {0, 0};
      pooling_forward.primitive_desc average =
          new pooling_forward.primitive_desc(
              new pooling_forward.desc(
                  prop_kind.forward_inference,
                  algorithm.pooling_avg_exclude_padding,
                  maps.get_desc(),
                  Layouts.like(maps).any(sizes[0], sizes[1], 1, 1),
                  window,
                  window,
                  none,
                  none),
              Device.attributes(),
              Device.engine());
      memory means = device.allocate(average.dst_desc());
      program.add(
          device.call(new pooling_forward(average), DNNL_ARG_SRC, maps, DNNL_ARG_DST, means));
      memory rows = device.in(FLOATS.plain(sizes[0], sizes[1], 1, 1), means, program);
      float[] values = new float[(int) (sizes[0] * sizes[1])];
      float[] sums = new float[(int) sizes[1]];
      memory total = device.over(target, FLOATS.plain(sizes[1]));
      program.add(
          () -> {
            Device.floats(rows).get(values);
            for (int channel = 0; channel < sums.length; channel++) {
              double sum = 0;
              for (int at = channel; at < values.length; at += sums.length) {
                sum += values[at];
              }
              sums[channel] =
                  Device.floats(total).get(channel) + (float) (sum * window[0] * window[1]);
            }
            Device.floats(total).put(sums);
          });
    }
  }
}
