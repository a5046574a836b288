package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.architecture.VaeNetworks;
import org.disentangle.net.procedure.ContrastiveVaeProcedure;
import org.disentangle.net.procedure.VaeObjective;
import org.disentangle.net.procedure.VaePreset;
import org.disentangle.net.procedure.VaeProcedure;
import org.disentangle.stage.Allowed;
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

  /** Share of the iterations without the contrastive regulariser, if there is one. */
  private static final double CR_SHARE = 300_000 / 311_040.0;

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

  @Override
  public double usualLearningRate() {
    return 1e-4;
  }

  @Override
  public Contrast usualContrast() {
    return new Contrast(0, (long) (CR_SHARE * getMaxIter()), 0, 2e-3);
  }

  @Override
  void check() {
    checkCrStart();
  }

  @Override
  TrainingProcedure procedure(LongSupplier images) {
    VaeProcedure procedure = vae(images);
    return getAlpha() == 0
        ? procedure
        : new ContrastiveVaeProcedure(
            procedure,
            VaePreset.of(getPreset()).contrast(getNumCodes()),
            getAlpha(),
            getCrStart(),
            getGap(),
            AdamSettings.adversarial(getLearningRateH()));
  }

  @Override
  VaeNetworks networks() {
    return VaePreset.of(getPreset()).networks(getNumCodes());
  }

  @Override
  AdamSettings tcDiscriminatorAdam() {
    return AdamSettings.adversarial(getLearningRateTc());
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
