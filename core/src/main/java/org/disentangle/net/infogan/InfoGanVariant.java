// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import java.io.Serializable;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.OoganTerms;

/**
 * In what an InfoGAN or InfoGAN-CR may differ from the latter as published.
 *
 * @param lambdaCategorical weight of the categorical codes' part of the information term, at least
 *     0, with which Q learns them apart; 0 where all codes are continuous
 * @param variance of Q's distribution of continuous codes
 * @param varianceStart iteration from which it is that; before, it is 1. At least 0
 * @param adversarial what D and G minimise of D's output
 * @param gradientPenalty weight of D's gradient penalty (Gulrajani et al. 2017: 10); 0 for none
 * @param packSize images that D judges together (Lin et al. 2018, PacGAN); 1 for each by itself.
 *     With more, D is a separate network, and Q with its trunk minimises the information term
 *     alone, unweighted, trunk included
 * @param generatorSteps steps of G in an iteration: InfoGAN-CR's code takes 2, InfoGAN 1
 * @param freshDraws whether G's steps draw their own latent vectors, as InfoGAN does, or take those
 *     of D's step, as InfoGAN-CR does
 * @param deviationFloor what Q's standard deviations cannot fall below where they are learned: the
 *     variance is its square plus that of Q's output; at least 0, the paper's, with which the
 *     density has no bound
 * @param terms one-hot codes and orthogonal kernels, as OOGAN has them; neither in both systems as
 *     published
 */
public record InfoGanVariant(
    double lambdaCategorical,
    QVariance variance,
    long varianceStart,
    AdversarialLoss adversarial,
    double gradientPenalty,
    int packSize,
    int generatorSteps,
    boolean freshDraws,
    OoganTerms terms,
    double deviationFloor)
    implements Serializable {

  /** Without OOGAN's terms. */
  public InfoGanVariant(
      double lambdaCategorical,
      QVariance variance,
      long varianceStart,
      AdversarialLoss adversarial,
      double gradientPenalty,
      int packSize,
      int generatorSteps,
      boolean freshDraws) {
    this(
        lambdaCategorical,
        variance,
        varianceStart,
        adversarial,
        gradientPenalty,
        packSize,
        generatorSteps,
        freshDraws,
        OoganTerms.NONE,
        0);
  }

  /** InfoGAN-CR as published. */
  public static final InfoGanVariant STANDARD =
      new InfoGanVariant(0, QVariance.UNIT, 0, AdversarialLoss.JSD, 0, 1, 2, false);

  /** The same with OOGAN's terms: {@link OoganTerms} has what they are. */
  public InfoGanVariant withTerms(boolean oneHot, double gamma, double orthogonalWeight) {
    return new InfoGanVariant(
        lambdaCategorical,
        variance,
        varianceStart,
        adversarial,
        gradientPenalty,
        packSize,
        generatorSteps,
        freshDraws,
        new OoganTerms(oneHot, gamma, orthogonalWeight),
        deviationFloor);
  }

  /** The same with a least standard deviation where these are learned. */
  public InfoGanVariant withDeviationFloor(double floor) {
    return new InfoGanVariant(
        lambdaCategorical,
        variance,
        varianceStart,
        adversarial,
        gradientPenalty,
        packSize,
        generatorSteps,
        freshDraws,
        terms,
        floor);
  }
}
