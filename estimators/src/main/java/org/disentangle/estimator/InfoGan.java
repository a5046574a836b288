// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.latent.LatentSpace;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.ModelData;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.stage.StageReader;

/**
 * InfoGAN (Chen, Duan, Houthooft, Schulman, Sutskever and Abbeel, "InfoGAN: Interpretable
 * Representation Learning by Information Maximizing Generative Adversarial Nets", NIPS 2016), with
 * categorical and continuous codes in any mix.
 *
 * <pre>{@code
 * InfoGanModel model = new InfoGan().setPreset("mnist28").setCategories(10).setNumCodes(3).fit(digits);
 * }</pre>
 *
 * <p>One iteration is one step of D with Q and one of G, each on its own latent vectors, as in the
 * authors' code. The history has lower bounds of the mutual information of codes and images, {@code
 * MI_categorical} and {@code MI_continuous} in nats (equation 5 of the paper, entropies included):
 * that of one code of ten categories cannot exceed ln 10.
 */
public final class InfoGan extends InfoGanEstimator<InfoGan, InfoGanModel> {

  /** Steps of G in an iteration, as in the authors' code. */
  private static final int GENERATOR_STEPS = 1;

  /** G learns on latent vectors of its own. */
  private static final boolean FRESH_DRAWS = true;

  public InfoGan() {
    this(Identifiable$.MODULE$.randomUID("infoGan"));
  }

  public InfoGan(String uid) {
    super(uid);
    declared().declareAll();
  }

  @Override
  public Class<InfoGanPreset> presets() {
    return InfoGanPreset.class;
  }

  @Override
  TrainedSystem<InfoGanCrNetworks> system() {
    checkPackSize();
    checkQVarianceStart();
    LatentSpace latent = latentSpace();
    InfoGanCrNetworks networks = networks(latent, false);
    return TrainedSystem.of(
        networks,
        latent,
        new InfoGanProcedure(
            networks,
            latent,
            getBatchSize(),
            getLambda(),
            ContrastSchedule.NONE,
            InfoGanOptimisers.adversarial(
                getLearningRateG(), getLearningRateD(), getLearningRateD()),
            variant(latent, GENERATOR_STEPS, FRESH_DRAWS),
            true));
  }

  @Override
  InfoGanModel model(ModelData<InfoGanCrNetworks> data) {
    return new InfoGanModel(uid(), data);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<InfoGan> read() {
    return StageReader.of(InfoGan.class, InfoGan::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved InfoGan
   */
  public static InfoGan load(String path) {
    return read().load(path);
  }
}
