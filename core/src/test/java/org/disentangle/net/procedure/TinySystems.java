package org.disentangle.net.procedure;

import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TinyIbGanNetworks;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TinyOoganNetworks;
import org.disentangle.net.TinyStyleNetworks;
import org.disentangle.net.TinyVaeNetworks;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.infogan.InfoGanTcProcedure;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.infogan.TinyInfoGan;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.net.stylecontent.StyleContentNetworks;
import org.disentangle.net.stylecontent.StyleContentProcedure;
import org.disentangle.net.vae.ContrastiveVaeProcedure;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaeProcedure;

/** Every system, for the tests that hold for all of them: a new one is added here. */
public final class TinySystems {

  private static final AdamSettings ADAM = AdamSettings.adversarial(2e-3);
  private static final Parts EVERY_PART = new Parts(true, true, true);
  private static final LatentSpace LATENT = new LatentSpace(3, 2);
  private static final int BATCH = 8;

  /** Every procedure with its variants, on networks of a few hundred parameters. */
  public static final List<TinySystem> ALL =
      List.of(
          new TinySystem("InfoGAN-CR", TinyNetworks.procedure(2)),
          new TinySystem(
              "InfoGAN-CR, total correlation",
              new InfoGanTcProcedure(TinyNetworks.procedure(2), tcDiscriminator(), 1.5, ADAM)),
          infoGan("InfoGAN", AdversarialLoss.JSD, QVariance.UNIT, 1, 0),
          infoGan("InfoGAN, learned", AdversarialLoss.WASSERSTEIN_GP, QVariance.LEARNED, 1, 10),
          infoGan("InfoGAN, full, packed", AdversarialLoss.WASSERSTEIN_GP, QVariance.FULL, 2, 10),
          new TinySystem("OOGAN", TinyOoganNetworks.procedure(EVERY_PART, 1e-3)),
          new TinySystem(
              "OOGAN without its parts",
              TinyOoganNetworks.procedure(new Parts(false, false, false), 1e-3)),
          new TinySystem("IB-GAN", TinyIbGanNetworks.procedure(1e-3)),
          vae("beta-VAE", new VaeObjective.Beta(4)),
          vae("beta-VAE, capacity", new VaeObjective.Capacity(3, 25, 100)),
          vae("FactorVAE", new VaeObjective.PenalisedTotalCorrelation(6)),
          vae("beta-TCVAE", new VaeObjective.Decomposed(1, 6, 1, 1000)),
          new TinySystem(
              "FactorVAE-CR",
              new ContrastiveVaeProcedure(
                  vae(new VaeObjective.PenalisedTotalCorrelation(6)),
                  TinyNetworks.networks(false).contrast(),
                  2,
                  3,
                  1,
                  ADAM)),
          new TinySystem(
              "style and content",
              new StyleContentProcedure(TinyStyleNetworks.networks(), 4, 0.5, 2, ADAM, ADAM)));

  /** Some of 32 pixels, whose products of matrices are worth more than one thread. */
  public static final List<TinySystem> OF_32_PIXELS =
      List.of(
          new TinySystem(
              "InfoGAN-CR, 32 pixels",
              new InfoGanProcedure(
                  InfoGanCrPreset.SMALL32.networks(LATENT),
                  LATENT,
                  BATCH,
                  0.2,
                  ContrastSchedule.published(1, 0, 0, 9, 0),
                  InfoGanOptimisers.all(ADAM))),
          new TinySystem(
              "OOGAN, 32 pixels",
              new OoganProcedure(
                  OoganNetworks.small32(LATENT, 1, 8, EVERY_PART),
                  LATENT,
                  BATCH,
                  1,
                  1,
                  1,
                  true,
                  true,
                  9,
                  ADAM,
                  ADAM,
                  ADAM)),
          new TinySystem(
              "IB-GAN, 32 pixels",
              new IbGanProcedure(IbGanNetworks.small32(3, 4, 1), BATCH, 0.1, 9, ADAM, ADAM)),
          new TinySystem(
              "FactorVAE, 32 pixels",
              new VaeProcedure(
                  VaeNetworks.small32(3, 1),
                  BATCH,
                  new VaeObjective.PenalisedTotalCorrelation(6),
                  0,
                  ADAM,
                  ADAM)),
          new TinySystem(
              "style and content, 32 pixels",
              new StyleContentProcedure(
                  StyleContentNetworks.small32(new StyleContentNetworks.Sizes(7, 9, 3), 1),
                  BATCH,
                  0.5,
                  2,
                  ADAM,
                  ADAM)));

  private TinySystems() {}

  private static TinySystem infoGan(
      String name, AdversarialLoss loss, QVariance variance, int packSize, double penalty) {
    return new TinySystem(name, TinyInfoGan.procedure(loss, variance, packSize, penalty));
  }

  private static TinySystem vae(String name, VaeObjective objective) {
    return new TinySystem(name, vae(objective));
  }

  private static VaeProcedure vae(VaeObjective objective) {
    return new VaeProcedure(TinyVaeNetworks.networks(3), BATCH, objective, 5, ADAM, ADAM);
  }

  private static Architecture tcDiscriminator() {
    return TinyVaeNetworks.networks(3).tcDiscriminator();
  }
}
