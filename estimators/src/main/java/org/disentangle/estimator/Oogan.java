// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.ModelData;
import org.disentangle.model.OoganModel;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.oogan.CodeDistance;
import org.disentangle.net.oogan.OoganNetworks;
import org.disentangle.net.oogan.OoganNetworks.Parts;
import org.disentangle.net.oogan.OoganProcedure;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;

/**
 * OOGAN (Liu, Zhu, Fu, de Melo and Elgammal, "OOGAN: Disentangling GAN with One-Hot Sampling and
 * Orthogonal Regularization", AAAI 2020). Its three parts, one-hot sampling, the compete-free input
 * of G and the grouped, orthogonal Q, can be switched off one by one, as in the paper's ablation.
 *
 * <pre>{@code
 * OoganModel model = new Oogan().setPreset("small32").setNumCodes(4).fit(images);
 * }</pre>
 *
 * <p>What differs from the authors' code is listed in {@link OoganProcedure}.
 */
public final class Oogan extends DisentanglingEstimator<Oogan, OoganModel, OoganNetworks>
    implements OoganParams<Oogan> {

  public Oogan() {
    this(Identifiable$.MODULE$.randomUID("oogan"));
  }

  public Oogan(String uid) {
    super(uid);
    declared().declareAll();
  }

  @Override
  TrainedSystem<OoganNetworks> system() {
    PluggedSwitches.requireNoise(this, "noiseDim", getNoiseDim());
    checkCategories(getNumCodes());
    LatentSpace latent =
        new LatentSpace(
            getNumCodes(),
            getNoiseDim(),
            Prior.UNIFORM,
            categoryCounts(),
            Prior.of(getNoisePrior()));
    if (getOneHot() && latent.numContinuous() == 0) {
      throw InputErrors.of(this)
          .parameter(
              "oneHot", true, "false without continuous codes, of which one-hot vectors choose");
    }
    Parts parts = new Parts(getCompeteFree(), getGrouped(), getProbabilistic());
    OoganNetworks networks = Presets.of(presets(), getPreset()).networks(latent, parts);
    AdamSettings published = OoganProcedure.ADAM;
    AdamSettings adam =
        new AdamSettings(
            getLearningRate(), published.beta1(), published.beta2(), published.epsilon());
    return TrainedSystem.of(
        networks,
        latent,
        new OoganProcedure(
            networks,
            latent,
            getBatchSize(),
            getLambda(),
            getGamma(),
            getOrthogonalWeight(),
            getOneHot(),
            getOneCode(),
            getInstanceNoiseIter(),
            adam,
            adam,
            adam,
            CodeDistance.of(getCodeDistance())));
  }

  @Override
  OoganModel model(ModelData<OoganNetworks> data) {
    return new OoganModel(uid(), data);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<Oogan> read() {
    return StageReader.of(Oogan.class, Oogan::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved Oogan
   */
  public static Oogan load(String path) {
    return read().load(path);
  }
}
