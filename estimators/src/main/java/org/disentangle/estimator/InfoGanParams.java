// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.estimator.PresetParams.HasAdversarialRates;
import org.disentangle.estimator.PresetParams.HasNoiseDim;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.disentangle.net.infogan.InfoGanPreset;
import org.disentangle.net.infogan.InformationPreset;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.procedure.AdversarialLoss;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCategories;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGan}, which {@link InfoGanCr} has too: of the latent space, the networks,
 * the information term, and the game between G and D. Those without a default take the value of the
 * preset, a row of {@link InfoGanPreset} or {@link InfoGanCrPreset}; setting one changes that one
 * alone.
 */
public interface InfoGanParams<T extends StageParams<T>>
    extends HasNoiseDim<T>,
        HasAdversarialRates<T>,
        HasCategories<T>,
        HasPluggedParts<T>,
        HasArchitecture<T> {

  @Override
  Class<? extends InformationPreset> presets();

  @Override
  default IntArrayParam categories() {
    return declared().derived(HasCategories.super.categories(), () -> defaultCategories());
  }

  @Override
  default int[] defaultCategories() {
    return Presets.of(presets(), getPreset()).categories().stream()
        .mapToInt(count -> count)
        .toArray();
  }

  /**
   * Weight of the information term, of its continuous part where some codes are categorical; at
   * least 0. Larger makes codes easier to read from images, at the cost of image quality; best
   * values differ between data sets (for InfoGAN-CR 0.05 dSprites, 0.2 teapots, 2 CelebA). With 0 G
   * and D are those of a GAN, and Q learns apart what its images carry about the codes, from D's
   * features. Default: the preset's.
   */
  default DoubleParam lambda() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "lambda",
                    Allowed.atLeast(0.0),
                    "weight of the information term; the default is the preset's"),
            () -> Presets.of(presets(), getPreset()).lambda());
  }

  default double getLambda() {
    return value(lambda());
  }

  default T setLambda(double value) {
    return with(lambda(), value);
  }

  /**
   * Weight of the information term of categorical codes, at least 0; with 0 G does not hear of
   * them, and Q's last layer learns them apart (all of Q, where {@code lambda} is 0 too). No effect
   * without such codes. Default: the preset's; for InfoGAN-CR {@code lambda}.
   */
  default DoubleParam lambdaCategorical() {
    return declared()
        .derived(
            declared()
                .doubleParam(
                    "lambdaCategorical",
                    Allowed.atLeast(0.0),
                    "weight of the information term of categorical codes; the default is the preset's, or lambda"),
            () -> Presets.of(presets(), getPreset()).lambdaCategorical(getLambda()));
  }

  default double getLambdaCategorical() {
    return value(lambdaCategorical());
  }

  default T setLambdaCategorical(double value) {
    return with(lambdaCategorical(), value);
  }

  /**
   * Variance of Q's Gaussian distribution of the continuous codes: "unit" (default); "learned", one
   * a code and image, as the text of the InfoGAN paper has it; or "full", a whole covariance. The
   * density of the last two has no bound, so that they can collapse, and "full", an ablation of the
   * InfoGAN-CR paper, does as it did there: the covariance becomes singular. Training stops with a
   * {@link org.disentangle.train.TrainingCollapsedException} where a deviation is below a
   * thousandth of a code's range: with "full" at once, with "learned" after {@code
   * collapsePatience} iterations. With a {@code qDeviationFloor}, "learned" does not collapse.
   */
  default Param<String> qVariance() {
    return declared()
        .stringParam(
            "qVariance",
            Allowed.oneOf(QVariance.ids()),
            "variance of Q's distribution of continuous codes");
  }

  default String getQVariance() {
    return value(qVariance());
  }

  default T setQVariance(String variance) {
    return with(qVariance(), variance);
  }

  /**
   * Iteration from which Q's variance is what {@code qVariance} says; before, it is 1. From 0 to
   * below {@code maxIter}; the InfoGAN-CR paper's ablation switches to "full" where the contrastive
   * regulariser would start. No effect with "unit". Default 0.
   */
  default LongParam qVarianceStart() {
    return declared()
        .longParam(
            "qVarianceStart",
            Allowed.atLeast(0L).byDefault(0L),
            "iteration from which Q's variance is what qVariance says");
  }

  default long getQVarianceStart() {
    return value(qVarianceStart());
  }

  default T setQVarianceStart(long iteration) {
    return with(qVarianceStart(), iteration);
  }

  /**
   * Least standard deviation of Q's distribution with {@code qVariance} "learned", at least 0 and
   * below 1: the variance is its square plus the square of the deviation that Q gives, so that the
   * density is bounded and training does not collapse. A code's range is 2 wide; 0.05 leaves room
   * for what images tell of a code. No effect with "unit" and "full". Default 0, the paper's text.
   */
  default DoubleParam qDeviationFloor() {
    return declared()
        .doubleParam(
            "qDeviationFloor",
            Allowed.between(0.0, 1.0).byDefault(0.0),
            "least standard deviation of Q's distribution with qVariance learned");
  }

  default double getQDeviationFloor() {
    return value(qDeviationFloor());
  }

  default T setQDeviationFloor(double deviation) {
    return with(qDeviationFloor(), deviation);
  }

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
                    Allowed.nameAmong(AdversarialLoss.ids()),
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
}
