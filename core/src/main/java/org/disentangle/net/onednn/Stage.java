// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.onednn;

import static org.disentangle.net.onednn.Layouts.FLOATS;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.disentangle.net.layer.FusedRuntime;

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
}
