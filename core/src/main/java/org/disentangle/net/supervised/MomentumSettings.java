// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.supervised;

import java.io.Serializable;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;

/**
 * Gradient descent with Nesterov's momentum. Its step does not depend on how many were taken
 * before, as Adam's does; dl4j-spark's workers count from 0 in every round.
 *
 * @param learningRate above 0
 * @param momentum 0 (plain gradient descent) to below 1
 */
public record MomentumSettings(double learningRate, double momentum) implements Serializable {

  /** The same as Deeplearning4j takes it. */
  public IUpdater updater() {
    return new Nesterovs(learningRate, momentum);
  }
}
