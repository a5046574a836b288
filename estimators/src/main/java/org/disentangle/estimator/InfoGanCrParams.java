package org.disentangle.estimator;

import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.disentangle.model.InfoGanCrModelParams;
import org.disentangle.net.procedure.InfoGanCrPreset;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.StageParams;

/**
 * Params of {@link InfoGanCr}. Those without a default of their own take the preset's value;
 * setting one changes that one alone.
 */
public interface InfoGanCrParams<T extends StageParams<T>>
    extends InfoGanCrModelParams<T>, HasRounds<T> {

  /**
   * Networks, sizes, rates and schedule to start from: "dsprites", "cdsprites", "teapots",
   * "celeba32", "mnist28" or "small32" (see {@link InfoGanCrPreset}). Default "dsprites".
   */
  default Param<String> preset() {
    return declared()
        .stringParam(
            "preset", Allowed.oneOf(InfoGanCrPreset.ids()), "networks and settings to start from");
  }

  default String getPreset() {
    return value(preset());
  }

  default T setPreset(String preset) {
    return with(preset(), preset);
  }

  /** The preset's row of the table. */
  default InfoGanCrPreset presetTable() {
    return InfoGanCrPreset.of(getPreset());
  }

  /**
   * Networks of your own instead of the preset's, as the JSON text that {@link
   * org.disentangle.net.architecture.NetworksJson} writes; codes and noise must agree with {@code
   * numCodes} and {@code noiseDim}. Default "": the preset's.
   */
  default Param<String> architecture() {
    return declared()
        .stringParam(
            "architecture",
            Allowed.where(
                    String.class,
                    "networks as JSON, or empty for the preset's",
                    text -> true,
                    "the value is null.")
                .byDefault(""),
            "networks instead of the preset's");
  }

  default String getArchitecture() {
    return value(architecture());
  }

  default T setArchitecture(String json) {
    return with(architecture(), json);
  }

  /** The value set, else the preset's. */
  default <V> V orPreset(Param<?> param, V presetValue) {
    @SuppressWarnings("unchecked")
    V value = isSet(param) ? (V) getOrDefault(param) : presetValue;
    return value;
  }

  /** Continuous codes, at least 1: as many as factors are expected. Default: the preset's. */
  default IntParam numCodes() {
    return declared()
        .intParam("numCodes", Allowed.atLeast(1), "continuous codes; the default is the preset's");
  }

  default int getNumCodes() {
    return orPreset(numCodes(), presetTable().sizes().numCodes());
  }

  default T setNumCodes(int value) {
    return with(numCodes(), value);
  }

  /**
   * Nuisance noise values, at least 0, for what the codes do not explain. Default: the preset's.
   */
  default IntParam noiseDim() {
    return declared()
        .intParam(
            "noiseDim", Allowed.atLeast(0), "nuisance noise values; the default is the preset's");
  }

  default int getNoiseDim() {
    return orPreset(noiseDim(), presetTable().sizes().noiseDim());
  }

  default T setNoiseDim(int value) {
    return with(noiseDim(), value);
  }

  /** Images per mini-batch and worker, at least 1. Default: the preset's. */
  default IntParam batchSize() {
    return declared()
        .intParam(
            "batchSize",
            Allowed.atLeast(1),
            "images per mini-batch and worker; the default is the preset's");
  }

  default int getBatchSize() {
    return orPreset(batchSize(), presetTable().sizes().batchSize());
  }

  default T setBatchSize(int value) {
    return with(batchSize(), value);
  }

  /**
   * Weight of the information term, at least 0. Larger makes codes easier to read from images, at
   * the cost of image quality; best values differ between data sets (0.05 dSprites, 0.2 teapots, 2
   * CelebA). Default: the preset's.
   */
  default DoubleParam lambda() {
    return declared()
        .doubleParam(
            "lambda",
            Allowed.atLeast(0.0),
            "weight of the information term; the default is the preset's");
  }

  default double getLambda() {
    return orPreset(lambda(), presetTable().schedule().lambda());
  }

  default T setLambda(double value) {
    return with(lambda(), value);
  }

  /**
   * Weight of the contrastive regulariser once it is on, at least 0; 0 trains the paper's "InfoGAN
   * (modified)". Values of 1 to 3 help; much larger ones hurt. Default: the preset's.
   */
  default DoubleParam alpha() {
    return declared()
        .doubleParam(
            "alpha",
            Allowed.atLeast(0.0),
            "weight of the contrastive regulariser once it is on; the default is the preset's");
  }

  default double getAlpha() {
    return orPreset(alpha(), presetTable().schedule().alpha());
  }

  default T setAlpha(double value) {
    return with(alpha(), value);
  }

  /**
   * Iterations of every worker, at least 1. One iteration trains D and Q once and G twice on one
   * mini-batch. Default: the preset's.
   */
  default LongParam maxIter() {
    return declared()
        .longParam(
            "maxIter",
            Allowed.where(
                Long.class,
                "a whole number, at least 1",
                value -> value >= 1,
                "a computed value was rounded down."),
            "iterations of every worker; the default is the preset's");
  }

  default long getMaxIter() {
    return orPreset(maxIter(), presetTable().schedule().maxIter());
  }

  default T setMaxIter(long value) {
    return with(maxIter(), value);
  }

  /** Adam's learning rate for G, above 0. Default: the preset's. */
  default DoubleParam learningRateG() {
    return declared()
        .doubleParam(
            "learningRateG",
            Allowed.above(0.0),
            "Adam's learning rate for G; the default is the preset's");
  }

  default double getLearningRateG() {
    return orPreset(learningRateG(), presetTable().rates().generator());
  }

  default T setLearningRateG(double value) {
    return with(learningRateG(), value);
  }

  /** Adam's learning rate for D and Q, above 0. Default: the preset's. */
  default DoubleParam learningRateD() {
    return declared()
        .doubleParam(
            "learningRateD",
            Allowed.above(0.0),
            "Adam's learning rate for D and Q; the default is the preset's");
  }

  default double getLearningRateD() {
    return orPreset(learningRateD(), presetTable().rates().discriminator());
  }

  default T setLearningRateD(double value) {
    return with(learningRateD(), value);
  }

  /** Adam's learning rate for H, above 0. Default: the preset's. */
  default DoubleParam learningRateH() {
    return declared()
        .doubleParam(
            "learningRateH",
            Allowed.above(0.0),
            "Adam's learning rate for H; the default is the preset's");
  }

  default double getLearningRateH() {
    return orPreset(learningRateH(), presetTable().rates().contrast());
  }

  default T setLearningRateH(double value) {
    return with(learningRateH(), value);
  }

  /**
   * Least distance of the codes a contrastive pair does not share, in [0, 2). Default: the
   * preset's.
   */
  default DoubleParam gap() {
    return declared()
        .doubleParam(
            "gap",
            Allowed.where(
                Double.class,
                "a number from 0 up to, not including, 2",
                value -> value >= 0 && value < 2,
                "the gap was meant in another unit: codes span -1 to 1."),
            "least distance of unshared codes in a contrastive pair; the default is the preset's");
  }

  default double getGap() {
    return orPreset(gap(), presetTable().schedule().gap());
  }

  default T setGap(double value) {
    return with(gap(), value);
  }

  /** The gap from {@code gapSwitch} on, in [0, 2). Default: the preset's. */
  default DoubleParam gapAfter() {
    return declared()
        .doubleParam(
            "gapAfter",
            Allowed.where(
                Double.class,
                "a number from 0 up to, not including, 2",
                value -> value >= 0 && value < 2,
                "the gap was meant in another unit: codes span -1 to 1."),
            "the gap from gapSwitch on; the default is the preset's");
  }

  default double getGapAfter() {
    return orPreset(gapAfter(), presetTable().schedule().gapAfter());
  }

  default T setGapAfter(double value) {
    return with(gapAfter(), value);
  }

  /**
   * Iteration at which the contrastive regulariser comes on, from 0 to below {@code maxIter}.
   * Default: the preset's share of {@code maxIter}.
   */
  default LongParam crStart() {
    return declared()
        .longParam(
            "crStart",
            Allowed.where(
                Long.class,
                "a whole number, at least 0",
                value -> value >= 0,
                "a computed value overflowed."),
            "iteration at which alpha comes on; the default is the preset's share of maxIter");
  }

  default long getCrStart() {
    return orPreset(crStart(), shareOfMaxIter(presetTable().schedule().crStart()));
  }

  default T setCrStart(long value) {
    return with(crStart(), value);
  }

  /**
   * Iteration at which the gap becomes {@code gapAfter}, between {@code crStart} and {@code
   * maxIter}. Default: the preset's share of {@code maxIter}; never ({@link Long#MAX_VALUE}) where
   * the preset has no such switch.
   */
  default LongParam gapSwitch() {
    return declared()
        .longParam(
            "gapSwitch",
            Allowed.where(
                Long.class,
                "a whole number, at least 0",
                value -> value >= 0,
                "a computed value overflowed."),
            "iteration at which the gap becomes gapAfter; the default is the preset's share of maxIter, or never");
  }

  default long getGapSwitch() {
    return orPreset(gapSwitch(), shareOfMaxIter(presetTable().schedule().gapSwitch()));
  }

  default T setGapSwitch(long value) {
    return with(gapSwitch(), value);
  }

  /**
   * A scheduled iteration of the preset in proportion to {@code maxIter}; never for a negative one.
   */
  private long shareOfMaxIter(long scheduled) {
    return scheduled < 0
        ? Long.MAX_VALUE
        : Math.round((double) scheduled * getMaxIter() / presetTable().schedule().maxIter());
  }
}
