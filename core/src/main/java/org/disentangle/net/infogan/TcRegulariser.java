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
    Loss loss = tcDiscriminator.penalty(rows(codes), gamma);
    penalty = loss.value();
    gradient.addi(
        gradient.rank() == 2 ? loss.gradient() : loss.gradient().reshape('c', gradient.shape()));
  }

  /** One step of the discriminator. */
  void train(INDArray codes, CodeShuffle shuffle) {
    discriminatorLoss = tcDiscriminator.train(rows(codes), shuffle);
  }

  /** A grouped Q gives codes as maps of one pixel. */
  private static INDArray rows(INDArray codes) {
    return codes.rank() == 2 ? codes : codes.dup('c').reshape('c', codes.size(0), codes.size(1));
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
