package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.net.infogan.InformationPreset;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Params of the game between G and D of an InfoGAN. */
public interface AdversaryParams<T extends StageParams<T>> extends HasAdversarialRates<T> {

  @Override
  Class<? extends InformationPreset> presets();

  /**
   * What D and G minimise of D's output: "jsd", of probabilities; "hinge"; or "wasserstein-gp",
   * with a gradient penalty. Default: the preset's, which is "jsd" but for the unmodified InfoGAN
   * on dSprites.
   */
  default Param<String> adversarialLoss() {
    return declared()
        .derived(
            declared()
                .stringParam(
                    "adversarialLoss",
                    Allowed.where(
                        String.class,
                        "one of " + AdversarialLoss.ids(),
                        AdversarialLoss.ids()::contains,
                        "Names are in lower case."),
                    "what D and G minimise; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).adversarialLoss().id());
  }

  default String getAdversarialLoss() {
    return value(adversarialLoss());
  }

  default T setAdversarialLoss(String loss) {
    return with(adversarialLoss(), loss);
  }

  /**
   * Weight of the penalty that keeps D's slope at 1 between real and generated images, at least 0;
   * 0 trains without. Costs about two and a half more passes through D an iteration. Default: 10
   * with "wasserstein-gp" (Gulrajani et al. 2017), else 0.
   */
  default DoubleParam gradientPenalty() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "gradientPenalty",
                    Allowed.atLeast(0.0),
                    "weight of D's gradient penalty; the default is 10 with wasserstein-gp, else 0"),
            () -> defaultGradientPenalty());
  }

  private double defaultGradientPenalty() {
    return getAdversarialLoss().equals(AdversarialLoss.WASSERSTEIN_GP.id()) ? 10.0 : 0.0;
  }

  default double getGradientPenalty() {
    return value(gradientPenalty());
  }

  default T setGradientPenalty(double value) {
    return with(gradientPenalty(), value);
  }

  /**
   * Images that D judges together, all real or all generated, 1 to 64 (Lin et al. 2018, PacGAN:
   * against mode collapse). Must divide {@code batchSize}. With more than 1, Q has a trunk of its
   * own. Default 1.
   */
  default IntParam packSize() {
    return declared()
        .intParam("packSize", Allowed.between(1, 64).byDefault(1), "images that D judges together");
  }

  default int getPackSize() {
    return value(packSize());
  }

  default T setPackSize(int images) {
    return with(packSize(), images);
  }

  /**
   * Refuses packs that do not fill a batch.
   *
   * @throws org.disentangle.error.InvalidInputException if {@code packSize} does not divide {@code
   *     batchSize}
   */
  default void checkPackSize() {
    if (getBatchSize() % getPackSize() != 0) {
      throw InputErrors.of(this)
          .parameter(
              "packSize",
              getPackSize(),
              String.format(Locale.ROOT, "a divisor of batchSize (%d)", getBatchSize()),
              "Make batchSize a multiple of packSize.");
    }
  }
}
