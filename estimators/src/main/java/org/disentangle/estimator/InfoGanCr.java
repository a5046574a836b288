// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.net.infogan.InfoGanCrNetworks.CODES;

import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.PairDesign;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.ModelData;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.infogan.ContrastSchedule;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanOptimisers;
import org.disentangle.net.infogan.InfoGanProcedure;
import org.disentangle.net.infogan.InfoGanTcProcedure;
import org.disentangle.net.infogan.InfoGanVariant;
import org.disentangle.net.vae.VaeNetworks;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageReader;

/**
 * InfoGAN-CR (Lin, Thekumparampil, Fanti and Oh, "InfoGAN-CR and ModelCentrality", ICML 2020).
 *
 * <pre>{@code
 * InfoGanCrModel model = new InfoGanCr().setPreset("small32").setNumWorkers(2).fit(images);
 * }</pre>
 */
public final class InfoGanCr extends InfoGanEstimator<InfoGanCr, InfoGanCrModel>
    implements InfoGanCrParams<InfoGanCr> {

  /** Steps of G in an iteration, as in the authors' code. */
  private static final int GENERATOR_STEPS = 2;

  /** G learns on the latent vectors that D learned on. */
  private static final boolean FRESH_DRAWS = false;

  public InfoGanCr() {
    this(Identifiable$.MODULE$.randomUID("infoGanCr"));
  }

  public InfoGanCr(String uid) {
    super(uid);
    declared().declareAll();
  }

  @Override
  TrainedSystem<InfoGanCrNetworks> system() {
    checkPackSize();
    checkQVarianceStart();
    checkSchedule();
    LatentSpace latent = latentSpace();
    InfoGanCrNetworks networks = networks(latent, true);
    InfoGanProcedure procedure = procedure(networks, latent);
    return TrainedSystem.of(
        networks, latent, getGammaTc() == 0 ? procedure : withTotalCorrelation(procedure));
  }

  private InfoGanProcedure procedure(InfoGanCrNetworks networks, LatentSpace latent) {
    ContrastSchedule contrast =
        new ContrastSchedule(
            getAlpha(),
            getCrStart(),
            getGap(),
            getGapSwitch(),
            getGapAfter(),
            getGapFall(),
            new PairDesign(getSharedCode(), getSharedNoise()),
            getAlphaRise());
    InfoGanVariant variant = variant(latent, GENERATOR_STEPS, FRESH_DRAWS);
    boolean published = variant.equals(InfoGanVariant.STANDARD) && contrast.isPublished();
    return new InfoGanProcedure(
        networks,
        latent,
        getBatchSize(),
        getLambda(),
        contrast,
        InfoGanOptimisers.adversarial(getLearningRateG(), getLearningRateD(), getLearningRateH()),
        variant,
        !published);
  }

  private InfoGanTcProcedure withTotalCorrelation(InfoGanProcedure procedure) {
    if (procedure.networks().discriminator().outputs(CODES) != getNumCodes()) {
      throw InputErrors.of(this)
          .conflict(
              "gammaTc works only with continuous codes of unit variance;"
                  + " set it to 0, or set qVariance to unit and leave out categories");
    }
    return new InfoGanTcProcedure(
        procedure,
        VaeNetworks.tcDiscriminator(getNumCodes()),
        getGammaTc(),
        AdamSettings.adversarial(getLearningRateTc()));
  }

  @Override
  InfoGanCrModel model(ModelData<InfoGanCrNetworks> data) {
    return new InfoGanCrModel(uid(), data);
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<InfoGanCr> read() {
    return StageReader.of(InfoGanCr.class, InfoGanCr::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.error.InvalidInputException if the folder is not a saved InfoGanCr
   */
  public static InfoGanCr load(String path) {
    return read().load(path);
  }
}
