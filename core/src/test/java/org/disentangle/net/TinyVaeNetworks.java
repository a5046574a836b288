// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.disentangle.net.layer.Nonlinearity.IDENTITY;
import static org.disentangle.net.layer.Nonlinearity.LEAKY_RELU;
import static org.disentangle.net.layer.Nonlinearity.RELU;
import static org.disentangle.net.vae.VaeNetworks.LOGITS;
import static org.disentangle.net.vae.VaeNetworks.LOG_VARIANCE;
import static org.disentangle.net.vae.VaeNetworks.MEAN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.disentangle.image.ImageShape;
import org.disentangle.net.architecture.Architecture;
import org.disentangle.net.architecture.Extent;
import org.disentangle.net.architecture.LayerSpec;
import org.disentangle.net.architecture.LayerSpec.Convolution;
import org.disentangle.net.architecture.LayerSpec.Dense;
import org.disentangle.net.architecture.LayerSpec.TransposedConvolution;
import org.disentangle.net.procedure.TinyFamily;
import org.disentangle.net.procedure.TinySystem;
import org.disentangle.net.vae.ContrastiveVaeProcedure;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaeProcedure;

/** Autoencoders for 8 x 8 images. */
public final class TinyVaeNetworks implements TinyFamily {

  /** Encoder, decoder and discriminator. */
  public static VaeNetworks networks(int codes) {
    Extent image = new Extent(1, 8, 8);
    Map<String, List<LayerSpec>> heads = new LinkedHashMap<>();
    heads.put(MEAN, List.of(new Dense("mean", codes, false, IDENTITY)));
    heads.put(LOG_VARIANCE, List.of(new Dense("logVariance", codes, false, IDENTITY)));
    return new VaeNetworks(
        new Architecture(
            "E",
            image,
            List.of(
                new Convolution("conv", 4, 4, 2, false, RELU),
                new Dense("fc", 10, false, IDENTITY)),
            heads),
        Architecture.sequential(
            "Dec",
            Extent.vector(codes),
            List.of(
                new Dense("fc", 32, false, RELU),
                new TransposedConvolution("up", 4, 1, 4, 2, IDENTITY)),
            LOGITS),
        Architecture.sequential(
            "TC",
            Extent.vector(codes),
            List.of(new Dense("fc1", 9, false, LEAKY_RELU), new Dense("out", 2, false, IDENTITY)),
            LOGITS),
        new ImageShape(1, 8, 8));
  }

  @Override
  public List<TinySystem> tiny() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem("FactorVAE", vae(new VaeObjective.PenalisedTotalCorrelation(6), adam)),
        new TinySystem("beta-VAE", vae(new VaeObjective.Beta(4), adam)),
        new TinySystem("beta-VAE, capacity", vae(new VaeObjective.Capacity(3, 25, 100), adam)),
        new TinySystem("beta-TCVAE", vae(new VaeObjective.Decomposed(1, 6, 1, 1000), adam)),
        new TinySystem("DIP-VAE-I", vae(new VaeObjective.InferredPrior(false, 10, 100), adam)),
        new TinySystem("DIP-VAE-II", vae(new VaeObjective.InferredPrior(true, 5, 5), adam)),
        new TinySystem("FactorVAE-CR", contrastive(adam)));
  }

  private static VaeProcedure vae(VaeObjective objective, AdamSettings adam) {
    return new VaeProcedure(networks(3), 8, objective, 5, adam, adam);
  }

  private static ContrastiveVaeProcedure contrastive(AdamSettings adam) {
    return new ContrastiveVaeProcedure(
        vae(new VaeObjective.PenalisedTotalCorrelation(6), adam),
        TinyNetworks.networks(false).contrast(),
        2,
        3,
        1,
        adam);
  }

  @Override
  public List<TinySystem> of32Pixels() {
    AdamSettings adam = AdamSettings.adversarial(2e-3);
    return List.of(
        new TinySystem(
            "FactorVAE, 32 pixels",
            new VaeProcedure(
                VaeNetworks.small32(3, 1),
                8,
                new VaeObjective.PenalisedTotalCorrelation(6),
                0,
                adam,
                adam)));
  }

  @Override
  public List<KnownText> texts() {
    AdamSettings adam = AdamSettings.usual(1e-3);
    String start = "Vae[networks=";
    return List.of(
        new KnownText(
            vae(new VaeObjective.Beta(4), adam),
            start,
            "3aeb0a76cc15406cb86fb572157b0130a03aa3d3ddac80ba31f4923eb994e0d7"),
        new KnownText(
            vae(new VaeObjective.Capacity(100, 25, 1000), adam),
            start,
            "9e60c40ebef7d6626d3c4974122e6d513192a31cc0fea33f5cdb9e464513f823"),
        new KnownText(
            vae(new VaeObjective.PenalisedTotalCorrelation(6), adam),
            start,
            "d6a5f680bd438df2cbe13879242b06d93e8e8c30c4000220b8872d5c2cf7bae8"),
        new KnownText(
            vae(new VaeObjective.Decomposed(1, 6, 1, 5000), adam),
            start,
            "16439b8db27d6f00fdd41cdaa9c3984e182e018b293aa122540b5436501d7295"),
        new KnownText(
            vae(new VaeObjective.InferredPrior(true, 5, 2.5), adam),
            start,
            "6667944125cff03628726c42205ca625e9f8b48d58246ea0d1d7af50b2b26ea0"),
        new KnownText(
            contrastive(adam),
            "ContrastiveVae[base=Vae[networks=",
            "214eeba6a892b90f75524f60821ced7d727de39aabe280cf68ef7a62ec8d78f5"));
  }
}
