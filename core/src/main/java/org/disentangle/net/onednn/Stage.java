package org.disentangle.net.onednn;

import org.bytedeco.dnnl.memory;

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
}
