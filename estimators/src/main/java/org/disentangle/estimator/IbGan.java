// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.estimator.PresetParams.HasAdversarialRates;
import org.disentangle.estimator.PresetParams.HasInstanceNoise;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.IbGanModel;
import org.disentangle.model.ModelData;
import org.disentangle.model.VaeModelParams;
import org.disentangle.net.ibgan.IbGanNetworks;
import org.disentangle.net.ibgan.IbGanPreset;
import org.disentangle.net.ibgan.IbGanProcedure;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;

/**
 * IB-GAN (Jeon, Lee, Pyeon and Kim, "IB-GAN: Disentangled Representation Learning with Information
 * Bottleneck Generative Adversarial Networks", AAAI 2021): an InfoGAN whose codes are made of noise
 * by a network, and whose information is bounded from above as well.
 *
 * <pre>{@code
 * IbGanModel model = new IbGan().setPreset("small32").setBeta(0.1).fit(images);
 * }</pre>
 *
 * <p>The history has, besides D's and G's adversarial losses, Q's squared error of z ({@code Q},
 * half of {@code noiseDim} where images carry nothing about z) and the divergence of the codes from
 * their prior in nats ({@code KL}, before {@code beta}; 0 where codes carry nothing).
 *
 * <p>Params without a default take the preset's value; setting one changes that one alone.
 *
 * <p>The authors train with RMSprop, this with Adam at corresponding rates: see {@link
 * IbGanProcedure}, which also has the equations.
 */
public final class IbGan extends DisentanglingEstimator<IbGan, IbGanModel, IbGanNetworks>
    implements VaeModelParams<IbGan>,
        HasAdversarialRates<IbGan>,
        HasInstanceNoise<IbGan>,
        HasPluggedParts<IbGan>,
        HasArchitecture<IbGan> {

  public IbGan() {
    this(Identifiable$.MODULE$.randomUID("ibGan"));
  }

  public IbGan(String uid) {
    super(uid);
    declared().declareAll();
  }

  @Override
  public Class<IbGanPreset> presets() {
    return IbGanPreset.class;
  }

  /**
   * Values of z, 1 to 10,000: the noise that codes are made of in training and that Q finds in
   * images. More let the codes carry more; the trained G takes codes alone. Default: the preset's,
   * 16 for "dsprites".
   */
  public IntParam noiseDim() {
    return declared()
        .derived(
            declared()
                .intParam(
                    "noiseDim",
                    Allowed.between(1, LatentSpace.MOST_VALUES),
                    "values of the noise z that codes are made of; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).noiseDim());
  }

  public int getNoiseDim() {
    return value(noiseDim());
  }

  public IbGan setNoiseDim(int value) {
    return with(noiseDim(), value);
  }

  /**
   * Weight of the divergence of the codes from their prior, which bounds what they carry about z;
   * at least 0. Larger makes codes more independent and leaves more of them without effect; at 0
   * codes are not restricted, and at about 1 and above they carry nothing. The paper has 0.141 for
   * dSprites and 0.071 for its coloured variant. Default: the preset's.
   */
  public DoubleParam beta() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "beta",
                    Allowed.atLeast(0.0),
                    "weight of the codes' divergence from the prior; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).beta());
  }

  public double getBeta() {
    return value(beta());
  }

  public IbGan setBeta(double value) {
    return with(beta(), value);
  }

  /**
   * Noise values that G takes beside the codes with {@code competeFree}, 0 to 10,000, at least 1
   * with it and without effect otherwise. They are normally distributed, as codes are. Default 10.
   */
  public IntParam nuisanceDim() {
    return declared()
        .intParam(
            "nuisanceDim",
            Allowed.between(0, LatentSpace.MOST_VALUES).byDefault(10),
            "noise values that G takes beside the codes with competeFree");
  }

  public int getNuisanceDim() {
    return value(nuisanceDim());
  }

  public IbGan setNuisanceDim(int value) {
    return with(nuisanceDim(), value);
  }

  @Override
  TrainedSystem<IbGanNetworks> system() {
    PluggedSwitches.check(this, getNumCodes(), "nuisanceDim", getNuisanceDim());
    IbGanNetworks networks =
        getArchitecture().isEmpty()
            ? Presets.of(presets(), getPreset()).networks(getNumCodes(), getNoiseDim())
            : ownNetworks();
    if (getCompeteFree()) {
      networks = networks.withCompeteFree(getNuisanceDim());
    }
    if (getGrouped()) {
      networks = networks.withGroupedNoise();
    }
    IbGanProcedure procedure =
        new IbGanProcedure(
                networks,
                getBatchSize(),
                getBeta(),
                getInstanceNoiseIter(),
                IbGanProcedure.adam(getLearningRateG()),
                IbGanProcedure.adam(getLearningRateD()))
            .withTerms(
                getOneHot(), PluggedSwitches.gamma(this), PluggedSwitches.orthogonalWeight(this));
    return TrainedSystem.of(networks, procedure.latent(), procedure);
  }

  private IbGanNetworks ownNetworks() {
    int codes = getNumCodes();
    int noise = getNoiseDim();
    OwnNetworks own =
        OwnNetworks.ofCodes(InputErrors.of(this), "G, D, Q and R", codes, List.of(), noise);
    IbGanNetworks networks =
        own.read(getArchitecture(), IbGanNetworks.class, IbGanNetworks::imageShape);
    int pixels = networks.imageShape().size();
    own.check("G", networks.generator(), codes, Map.of(IbGanNetworks.IMAGE, pixels));
    own.check("D", networks.discriminator(), pixels, Map.of(IbGanNetworks.REAL, 1));
    own.check("Q", networks.reconstructor(), pixels, Map.of(IbGanNetworks.NOISE, noise));
    own.check(
        "R",
        networks.representation(),
        noise,
        Map.of(IbGanNetworks.MEAN, codes, IbGanNetworks.LOG_VARIANCE, codes));
    return networks;
  }

  @Override
  IbGanModel model(ModelData<IbGanNetworks> data) {
    return new IbGanModel(uid(), data);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<IbGan> read() {
    return StageReader.of(IbGan.class, IbGan::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved IbGan
   */
  public static IbGan load(String path) {
    return read().load(path);
  }
}
