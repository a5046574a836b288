// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import org.disentangle.latent.LatentSpace;
import org.disentangle.net.Network;
import org.disentangle.net.procedure.Losses;
import org.disentangle.net.procedure.Losses.Loss;
import org.disentangle.net.procedure.OoganTerms;
import org.disentangle.net.procedure.Orthogonality;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What OOGAN's terms add to the losses of Q and G, where an InfoGAN has them. */
final class PluggedTerms {

  private final OoganTerms terms;
  private final LatentSpace latent;
  private final Orthogonality orthogonality;
  private double oneHot;
  private double orthogonal;

  PluggedTerms(InfoGanProcedure procedure) {
    terms = procedure.variant().terms();
    latent = procedure.latent();
    orthogonality = new Orthogonality(procedure.networks().orthogonal());
  }

  /**
   * Adds gamma times the gradient of the one-hot cross-entropy, at iterations that have one.
   *
   * @param gradient by Q's outputs
   * @param output of Q: logits of categories, means of continuous codes, and what follows
   * @return the cross-entropy before weighting; 0 at other iterations
   */
  double addOneHot(long iteration, INDArray gradient, INDArray output, float[] latents) {
    if (!terms.isOneHot(iteration)) {
      return 0;
    }
    Loss loss =
        Losses.index(
            output,
            latent.categoryWidth(),
            latent.numContinuous(),
            OoganTerms.chosen(latent, latents));
    gradient.addi(loss.gradient().muli(terms.gamma()));
    return loss.value();
  }

  /** Keeps what {@link #addOneHot} gave in Q's own step. */
  void report(double crossEntropy) {
    oneHot = crossEntropy;
  }

  /** Adds the gradient of the orthogonal regularisation to Q's. */
  void addOrthogonal(Network q) {
    if (terms.orthogonalWeight() > 0) {
      orthogonal = orthogonality.accumulate(q, terms.orthogonalWeight());
    }
  }

  /** The cross-entropy in Q's last step, before weighting. */
  double oneHot() {
    return oneHot;
  }

  /** The squared cosines in Q's last step, before weighting. */
  double orthogonal() {
    return orthogonal;
  }
}
