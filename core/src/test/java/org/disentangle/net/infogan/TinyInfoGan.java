package org.disentangle.net.infogan;

import static org.disentangle.net.TinyInfoGanNetworks.LATENT;

import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyInfoGanNetworks;
import org.disentangle.net.procedure.AdversarialLoss;

/** InfoGAN's procedure on tiny networks, without a contrastive regulariser. */
public final class TinyInfoGan {

  public static final int ROWS = 6;
  public static final double LAMBDA = 0.3;
  public static final double LAMBDA_CATEGORICAL = 0.7;

  private TinyInfoGan() {}

  public static InfoGanProcedure procedure(
      AdversarialLoss loss, QVariance variance, int packSize, double penalty) {
    return procedure(LAMBDA, variant(LAMBDA_CATEGORICAL, loss, variance, 0, packSize, penalty));
  }

  /**
   * @param start iteration from which the variance counts
   */
  public static InfoGanProcedure startingAt(long start, AdversarialLoss loss, QVariance variance) {
    return procedure(LAMBDA, variant(LAMBDA_CATEGORICAL, loss, variance, start, 1, 0));
  }

  /** Q's losses do not count for G. */
  public static InfoGanProcedure silent(AdversarialLoss loss, QVariance variance, int packSize) {
    return procedure(0, variant(0, loss, variance, 0, packSize, 0));
  }

  /** As published, with these weights. */
  public static InfoGanProcedure weighted(double lambdaCategorical, double lambda) {
    return procedure(
        lambda, variant(lambdaCategorical, AdversarialLoss.JSD, QVariance.UNIT, 0, 1, 0));
  }

  private static InfoGanVariant variant(
      double lambdaCategorical,
      AdversarialLoss loss,
      QVariance variance,
      long start,
      int packSize,
      double penalty) {
    return new InfoGanVariant(lambdaCategorical, variance, start, loss, penalty, packSize, 1, true);
  }

  private static InfoGanProcedure procedure(double lambda, InfoGanVariant variant) {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    InfoGanCrNetworks networks =
        TinyInfoGanNetworks.networks()
            .withReal(variant.adversarial().output())
            .withMoreCodeOutputs(variant.variance().outputs(LATENT.numContinuous()));
    return new InfoGanProcedure(
        networks,
        LATENT,
        ROWS,
        lambda,
        ContrastSchedule.NONE,
        InfoGanOptimisers.all(adam),
        variant,
        true);
  }
}
