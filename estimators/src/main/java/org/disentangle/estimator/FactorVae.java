// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.image.ImageShape;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.procedure.Presets;
import org.disentangle.net.vae.ContrastiveVaeProcedure;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.net.vae.VaeObjective;
import org.disentangle.net.vae.VaeProcedure;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;

/**
 * FactorVAE (Kim and Mnih, "Disentangling by Factorising", ICML 2018), as the InfoGAN-CR authors
 * run it: reconstruction error + KL + gamma times the total correlation of the codes, which a
 * discriminator estimates from codes and the same codes shuffled within the batch.
 *
 * <pre>{@code
 * VaeModel model = new FactorVae().setPreset("small32").setGamma(20).fit(images);
 * }</pre>
 */
public final class FactorVae extends VaeEstimator<FactorVae>
    implements ContrastParams<FactorVae>, HasLearningRateTc<FactorVae> {

  public FactorVae() {
    this(Identifiable$.MODULE$.randomUID("factorVae"));
  }

  public FactorVae(String uid) {
    super(uid);
    declared().declareAll();
  }

  /**
   * Weight of the total correlation, at least 0. The InfoGAN-CR authors compare 1, 10, 20 and 40.
   * Default 20.
   */
  public DoubleParam gamma() {
    return declared()
        .doubleParam(
            "gamma", Allowed.atLeast(0.0).byDefault(20.0), "weight of the total correlation");
  }

  public double getGamma() {
    return value(gamma());
  }

  public FactorVae setGamma(double value) {
    return with(gamma(), value);
  }

  /** 1e-4 (Kim and Mnih 2018; Lin et al. 2020). */
  @Override
  public double defaultLearningRate() {
    return 1e-4;
  }

  @Override
  TrainedSystem<VaeNetworks> system() {
    checkCrStart();
    VaeNetworks networks = networks(true);
    requireContrastOf(networks.imageShape());
    return new TrainedSystem<>(
        networks,
        latent(),
        images ->
            withContrast(
                vae(networks, objective(images), AdamSettings.adversarial(getLearningRateTc()))));
  }

  /** H is the preset's, also beside networks of the user's own. */
  private void requireContrastOf(ImageShape shape) {
    ImageShape ofPreset = Presets.of(presets(), getPreset()).imageShape();
    if (getAlpha() != 0 && !shape.equals(ofPreset)) {
      throw InputErrors.of(this)
          .parameter(
              "architecture",
              "images of " + shape,
              ofPreset + ", which the preset's H takes, or alpha = 0",
              "Set preset to one of images of that size.");
    }
  }

  private TrainingProcedure withContrast(VaeProcedure procedure) {
    return getAlpha() == 0
        ? procedure
        : new ContrastiveVaeProcedure(
            procedure,
            Presets.of(presets(), getPreset()).contrast(getNumCodes()),
            getAlpha(),
            getCrStart(),
            getGap(),
            AdamSettings.adversarial(getLearningRateH()));
  }

  @Override
  VaeObjective objective(LongSupplier images) {
    return new VaeObjective.PenalisedTotalCorrelation(getGamma());
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<FactorVae> read() {
    return StageReader.of(FactorVae.class, FactorVae::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved FactorVae
   */
  public static FactorVae load(String path) {
    return read().load(path);
  }
}
