// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One forward pass of a {@link Network} and what its backward pass needs. A pass can be run again
 * and again; arrays it returns are valid until its next run.
 */
public interface Pass {

  /**
   * Says the labels of the batches that follow, for networks with label tables; others do not look
   * at them.
   *
   * @param labels one per row of the input, from 0
   */
  void condition(int[] labels);

  /**
   * Runs the trunk.
   *
   * @param training batch statistics (true) or moving statistics (false) in batch normalisation
   */
  void forward(INDArray input, boolean training);

  /** Runs one head on the trunk's result and returns its output. */
  INDArray head(String name);

  /**
   * Back-propagates gradients with respect to the outputs of the heads given.
   *
   * @param wantInput whether the gradient with respect to the input is needed
   * @param wantParameters whether to add this pass to the network's parameter gradients
   * @return the gradient with respect to the input, or null where it was not asked for
   */
  INDArray backward(
      Map<String, INDArray> outputGradients, boolean wantInput, boolean wantParameters);

  /**
   * Adds the parameter gradients of the last layers of a head to the network's; the layers below
   * them get no gradient.
   *
   * @param gradient with respect to the head's output
   * @param layers how many, from the output down; at most those of the head
   */
  void backwardHead(String head, INDArray gradient, int layers);

  /**
   * Moves the batch-norm moving statistics of the trunk, and of the heads run since, by what this
   * training pass saw; may be called for each use of the pass.
   */
  void updateMovingStatistics();
}
