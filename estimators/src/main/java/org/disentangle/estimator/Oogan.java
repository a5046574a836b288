// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.ModelData;
import org.disentangle.model.OoganModel;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.architecture.Extent;
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
    OoganNetworks networks =
        getArchitecture().isEmpty() ? presetNetworks(latent) : ownNetworks(latent);
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

  private OoganNetworks presetNetworks(LatentSpace latent) {
    PluggedSwitches.requireNoise(this, "noiseDim", getNoiseDim());
    Parts parts = new Parts(getCompeteFree(), getGrouped(), getProbabilistic());
    return Presets.of(presets(), getPreset()).networks(latent, parts);
  }

  /** The user's own; the parts that they have are theirs. */
  private OoganNetworks ownNetworks(LatentSpace latent) {
    OwnNetworks own =
        OwnNetworks.ofCodes(
            InputErrors.of(this),
            "G, D and Q",
            latent.numCodes(),
            latent.categories(),
            latent.noiseDim());
    OoganNetworks networks =
        own.read(getArchitecture(), OoganNetworks.class, OoganNetworks::imageShape);
    int pixels = networks.imageShape().size();
    own.check("G", networks.generator(), latent.inputSize(), Map.of(OoganNetworks.IMAGE, pixels));
    own.check(
        "D",
        networks.discriminator(),
        pixels,
        Map.of(OoganNetworks.REAL, 1, OoganNetworks.FEATURES, OwnNetworks.ANY));
    Extent features = networks.discriminator().outputNode(OoganNetworks.FEATURES).output();
    Map<String, Integer> heads = new HashMap<>(Map.of(OoganNetworks.MEAN, latent.codeWidth()));
    if (networks.codes() != null && networks.probabilistic()) {
      heads.put(OoganNetworks.LOG_VARIANCE, latent.numContinuous());
    }
    own.check("Q", networks.codes(), features.size(), heads);
    own.requireCodes(networks.generator(), latent.codeWidth());
    own.requireLayers("orthogonal", networks.orthogonal(), networks.codes());
    return networks;
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
