package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.architecture.VaeNetworks;
import org.disentangle.net.procedure.VaeObjective;
import org.disentangle.net.procedure.VaePreset;
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
public final class FactorVae extends VaeEstimator<FactorVae> {

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

  /** Adam's learning rate for the discriminator, above 0. Default 1e-4. */
  public DoubleParam learningRateTc() {
    return declared()
        .doubleParam(
            "learningRateTc",
            Allowed.above(0.0).byDefault(1e-4),
            "Adam's learning rate for the discriminator of the total correlation");
  }

  public double getLearningRateTc() {
    return value(learningRateTc());
  }

  public FactorVae setLearningRateTc(double value) {
    return with(learningRateTc(), value);
  }

  @Override
  public double usualLearningRate() {
    return 1e-4;
  }

  /** Shuffling codes within a batch takes two images. */
  @Override
  void check() {
    if (getBatchSize() < 2) {
      throw InputErrors.of(this)
          .parameter(
              "batchSize",
              getBatchSize(),
              "at least 2, because codes are shuffled within the batch",
              "it was set for another system.");
    }
  }

  @Override
  VaeNetworks networks() {
    return VaePreset.of(getPreset()).networks(getNumCodes());
  }

  @Override
  AdamSettings densityAdam() {
    return AdamSettings.adversarial(getLearningRateTc());
  }

  @Override
  VaeObjective objective(LongSupplier images) {
    return new VaeObjective.TotalCorrelation(getGamma());
  }

  /** Reads an estimator saved by {@link #write()}. */
  public static StageReader<FactorVae> read() {
    return StageReader.of(FactorVae.class, FactorVae::new);
  }

  /**
   * Loads an estimator, without listeners.
   *
   * @throws org.disentangle.stage.InvalidInputException if the folder is not a saved FactorVae
   */
  public static FactorVae load(String path) {
    return read().load(path);
  }
}
