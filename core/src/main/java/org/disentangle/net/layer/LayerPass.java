// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.layer;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What one layer remembers of one forward pass for its backward pass and for the moving statistics.
 */
public final class LayerPass {

  INDArray input;
  INDArray output;

  /** Batch statistics and normalised input; batch normalisation in training only. */
  INDArray mean;

  INDArray variance;
  INDArray normalised;

  /** Units and mask of the perceptron, and the maps of the noise; compete-free input only. */
  INDArray hidden;

  INDArray mask;
  INDArray noise;

  /** One a row of the input; label tables only. */
  int[] labels;

  /** Says the labels of the batches that follow, one per row; only label tables look at them. */
  public void condition(int[] labels) {
    this.labels = labels;
  }
}
