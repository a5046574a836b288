// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.disentangle.net.TinyInfoGanNetworks.LATENT;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyInfoGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.OoganTerms;
import org.disentangle.net.procedure.TinyFamily;
import org.disentangle.net.procedure.TinySystem;

/** InfoGAN's procedure on tiny networks, without a contrastive regulariser. */
public final class TinyInfoGan implements TinyFamily {

  public static final int ROWS = 6;
  public static final double LAMBDA = 0.3;
  public static final double LAMBDA_CATEGORICAL = 0.7;

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

  /** With OOGAN's three parts. */
  public static InfoGanProcedure plugged(int packSize, double learningRate) {
    AdamSettings adam = AdamSettings.adversarial(learningRate);
    InfoGanVariant variant =
        new InfoGanVariant(
            LAMBDA_CATEGORICAL,
            QVariance.LEARNED,
            0,
            AdversarialLoss.JSD,
            0,
            packSize,
            1,
            true,
            new OoganTerms(true, 1.5, 0.6),
            0);
    return new InfoGanProcedure(
        TinyInfoGanNetworks.networks()
            .withMoreCodeOutputs(LATENT.numContinuous())
            .withCompeteFree(LATENT)
            .withGroupedCodes(),
        LATENT,
        ROWS,
        LAMBDA,
        ContrastSchedule.NONE,
        InfoGanOptimisers.all(adam),
        variant,
        true);
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

  @Override
  public List<TinySystem> tiny() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem("InfoGAN-CR", TinyNetworks.procedure(2)),
        new TinySystem("InfoGAN-CR, total correlation", withTotalCorrelation(adam)),
        new TinySystem("InfoGAN", procedure(AdversarialLoss.JSD, QVariance.UNIT, 1, 0)),
        new TinySystem(
            "InfoGAN, learned",
            procedure(AdversarialLoss.WASSERSTEIN_GP, QVariance.LEARNED, 1, 10)),
        new TinySystem(
            "InfoGAN, full, packed",
            procedure(AdversarialLoss.WASSERSTEIN_GP, QVariance.FULL, 2, 10)),
        new TinySystem("InfoGAN, OOGAN's parts", plugged(1, 2e-3)),
        new TinySystem("InfoGAN, OOGAN's parts, packed", plugged(2, 2e-3)));
  }

  private static InfoGanTcProcedure withTotalCorrelation(AdamSettings adam) {
    return new InfoGanTcProcedure(
        TinyNetworks.procedure(2), TinyVaeNetworks.networks(3).tcDiscriminator(), 1.5, adam);
  }

  @Override
  public List<TinySystem> of32Pixels() {
    LatentSpace latent = new LatentSpace(3, 2);
    return List.of(
        new TinySystem(
            "InfoGAN-CR, 32 pixels",
            new InfoGanProcedure(
                InfoGanCrPreset.SMALL32.networks(latent),
                latent,
                8,
                0.2,
                ContrastSchedule.published(1, 0, 0, 9, 0),
                InfoGanOptimisers.all(AdamSettings.adversarial(2e-3)))));
  }

  @Override
  public List<KnownText> texts() {
    String start = "InfoGanCr[networks=";
    return List.of(
        new KnownText(
            TinyNetworks.procedure(2),
            start,
            "4e897b87f72068786ebcdbf0746ec98841b67099f6bc9bf8015dd4f62d5bfc21"),
        new KnownText(
            TinyNetworks.procedure(2, 5),
            start,
            "4f3877230a9caabd78ac15cbad6e9d1488b36bb294e8a82bf4243f2b47fb9037"),
        new KnownText(
            procedure(AdversarialLoss.WASSERSTEIN_GP, QVariance.FULL, 2, 10),
            start,
            "308c0d3d12ad057331c6099cd931ce07fe44a1b6fea6f13257ec303d9edc74b9"),
        new KnownText(
            silent(AdversarialLoss.JSD, QVariance.UNIT, 1),
            start,
            "185679a0725fad690b4abb1eea0e08f4612f321b00252067fd1fbd764ad0be6f"),
        new KnownText(
            plugged(1, 2e-3),
            start,
            "142fa7031a622811345c4763c3f3906905862ff1a0e0c8daeaa7fe15d3fa6e5d"),
        new KnownText(
            withTotalCorrelation(AdamSettings.usual(1e-3)),
            "InfoGanCrTc[base=InfoGanCr[networks=",
            "676736ed95978f1657ff251925dcea6e1d8ea37b8f5d630c6ad7be8b8cf761c7"));
  }
}
