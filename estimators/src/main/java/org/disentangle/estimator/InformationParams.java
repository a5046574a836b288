package org.disentangle.estimator;

import java.util.Locale;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntArrayParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.net.infogan.InformationPreset;
import org.disentangle.net.infogan.QVariance;
import org.disentangle.net.procedure.Presets;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCategories;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.StageParams;

/** Params of the latent space of an InfoGAN, of its networks, and of its information term. */
public interface InformationParams<T extends StageParams<T>>
    extends HasNoiseDim<T>, HasCategories<T> {

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
   * Your networks instead of the preset's, as the JSON text that {@link
   * org.disentangle.net.architecture.NetworksJson} writes; codes and noise must agree with {@code
   * numCodes}, {@code categories} and {@code noiseDim}. Default "": the preset's.
   */
  default Param<String> architecture() {
    return declared()
        .stringParam(
            "architecture",
            Allowed.where(String.class, "networks as JSON, or empty for the preset's", text -> true)
                .byDefault(""),
            "networks instead of the preset's");
  }

  default String getArchitecture() {
    return value(architecture());
  }

  default T setArchitecture(String json) {
    return with(architecture(), json);
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
   * collapsePatience} iterations.
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
   * Refuses a start that never comes.
   *
   * @throws org.disentangle.error.InvalidInputException if {@code qVarianceStart} is above {@code
   *     maxIter}, or not below it though {@code qVariance} is not "unit"
   */
  default void checkQVarianceStart() {
    boolean free = QVariance.of(getQVariance()) != QVariance.UNIT;
    if (getQVarianceStart() > getMaxIter() || (free && getQVarianceStart() == getMaxIter())) {
      throw InputErrors.of(this)
          .parameter(
              "qVarianceStart",
              getQVarianceStart(),
              free
                  ? String.format(
                      Locale.ROOT,
                      "an iteration below maxIter (%d), because qVariance is %s",
                      getMaxIter(),
                      getQVariance())
                  : String.format(Locale.ROOT, "at most maxIter (%d)", getMaxIter()));
    }
  }

  /** What these Params say of the latent space. */
  default LatentSpace latentSpace() {
    checkCategories(getNumCodes());
    return new LatentSpace(getNumCodes(), getNoiseDim(), Prior.UNIFORM, categoryCounts());
  }
}
