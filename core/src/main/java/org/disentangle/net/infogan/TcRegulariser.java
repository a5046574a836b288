// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import org.disentangle.net.procedure.CodeShuffle;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.TcDiscriminator;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The total correlation regulariser within an InfoGAN-CR iteration, and its last losses. */
final class TcRegulariser {

  private final TcDiscriminator tcDiscriminator;
  private final double gamma;
  private double penalty;
  private double discriminatorLoss;

  TcRegulariser(TcDiscriminator tcDiscriminator, double gamma) {
    this.tcDiscriminator = tcDiscriminator;
    this.gamma = gamma;
  }

  /** Adds gamma times the gradient of the codes' total correlation. */
  void addTo(INDArray gradient, INDArray codes) {
    Loss loss = tcDiscriminator.penalty(codes, gamma);
    penalty = loss.value();
    gradient.addi(loss.gradient());
  }

  /** One step of the discriminator. */
  void train(INDArray codes, CodeShuffle shuffle) {
    discriminatorLoss = tcDiscriminator.train(codes, shuffle);
  }

  /** The total correlation last estimated, before weighting. */
  double penalty() {
    return penalty;
  }

  /** The discriminator's loss in its last step. */
  double discriminatorLoss() {
    return discriminatorLoss;
  }
}
