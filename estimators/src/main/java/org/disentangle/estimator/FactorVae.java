package org.disentangle.estimator;

import java.util.function.LongSupplier;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.util.Identifiable$;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.architecture.VaeNetworks;
import org.disentangle.net.procedure.ContrastiveVae;
import org.disentangle.net.procedure.Vae;
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
public final class FactorVae extends VaeEstimator<FactorVae>
    implements HasLearningRateTc<FactorVae> {

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

  /**
   * Weight of InfoGAN-CR's contrastive regulariser on the decoder, at least 0: an ablation of the
   * paper, which found no gain (see {@link ContrastiveVae}). Default 0, without it.
   */
  public DoubleParam alpha() {
    return declared()
        .doubleParam(
            "alpha",
            Allowed.atLeast(0.0).byDefault(0.0),
            "weight of the contrastive regulariser, 0 for none");
  }

  public double getAlpha() {
    return value(alpha());
  }

  public FactorVae setAlpha(double value) {
    return with(alpha(), value);
  }

  /**
   * Iteration at which the contrastive regulariser comes on, from 0 to below {@code maxIter}.
   * Default: 300,000 of 311,040 iterations, and that share of another {@code maxIter}.
   */
  public LongParam crStart() {
    return declared()
        .longParam(
            "crStart",
            Allowed.where(
                Long.class,
                "a whole number, at least 0",
                value -> value >= 0,
                "a computed value overflowed."),
            "iteration at which alpha comes on; the default is a share of maxIter");
  }

  public long getCrStart() {
    return orPreset(crStart(), getMaxIter() * 300_000 / 311_040);
  }

  public FactorVae setCrStart(long value) {
    return with(crStart(), value);
  }

  /**
   * Least distance of the codes a contrastive pair does not share, in [0, 2), as shares of the
   * prior on [-1, 1]. Default 0.
   */
  public DoubleParam gap() {
    return declared()
        .doubleParam(
            "gap",
            Allowed.where(
                    Double.class,
                    "a number from 0 up to, not including, 2",
                    value -> value >= 0 && value < 2,
                    "the gap was meant in another unit: shares span -1 to 1.")
                .byDefault(0.0),
            "least distance of unshared codes in a contrastive pair");
  }

  public double getGap() {
    return value(gap());
  }

  public FactorVae setGap(double value) {
    return with(gap(), value);
  }

  /** Adam's learning rate for H, above 0. Default 2e-3. No effect where alpha is 0. */
  public DoubleParam learningRateH() {
    return declared()
        .doubleParam(
            "learningRateH",
            Allowed.above(0.0).byDefault(2e-3),
            "Adam's learning rate for H, which judges contrastive pairs");
  }

  public double getLearningRateH() {
    return value(learningRateH());
  }

  public FactorVae setLearningRateH(double value) {
    return with(learningRateH(), value);
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
    if (getAlpha() > 0 && getCrStart() >= getMaxIter()) {
      throw InputErrors.of(this)
          .parameter(
              "crStart",
              getCrStart(),
              "an iteration below maxIter (%d), because alpha is %s"
                  .formatted(getMaxIter(), getAlpha()),
              "maxIter was lowered: leave crStart unset to scale it, or set alpha to 0.");
    }
  }

  @Override
  TrainingProcedure procedure(LongSupplier images) {
    Vae procedure = vae(images);
    return getAlpha() == 0
        ? procedure
        : new ContrastiveVae(
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
