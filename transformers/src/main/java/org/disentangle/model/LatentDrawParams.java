// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.Arrays;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.stage.Allowed;
import org.disentangle.stage.HasCategories;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasNoiseCol;
import org.disentangle.stage.HasSeed;
import org.disentangle.stage.StageParams;

/** Params of stages that draw codes and noise for the ids of rows. */
public interface LatentDrawParams<T extends StageParams<T>>
    extends HasCodesCol<T>, HasNoiseCol<T>, HasSeed<T>, HasCategories<T> {

  /**
   * Column of row ids, whole numbers of up to 64 bits without nulls. Default "id", as {@code
   * spark.range} names it.
   */
  default Param<String> idCol() {
    return declared()
        .stringParam("idCol", Allowed.columnName().byDefault("id"), "column of row ids");
  }

  default String getIdCol() {
    return value(idCol());
  }

  default T setIdCol(String column) {
    return with(idCol(), column);
  }

  /**
   * Codes to draw a row, categorical ones included, 1 to 10,000. No default: it belongs to the
   * model.
   */
  default IntParam numCodes() {
    return declared()
        .intParam("numCodes", Allowed.between(1, LatentSpace.MOST_VALUES), "codes of the model");
  }

  default int getNumCodes() {
    return value(numCodes());
  }

  default T setNumCodes(int codes) {
    return with(numCodes(), codes);
  }

  /** Noise values to draw a row, 0 to 10,000. Default 0: no noise column. */
  default IntParam noiseDim() {
    return declared()
        .intParam(
            "noiseDim",
            Allowed.between(0, LatentSpace.MOST_VALUES).byDefault(0),
            "noise values of the model");
  }

  default int getNoiseDim() {
    return value(noiseDim());
  }

  default T setNoiseDim(int values) {
    return with(noiseDim(), values);
  }

  /**
   * Distribution of every continuous code, and of noise unless {@code noisePrior} is set: "uniform"
   * on [-1, 1], as InfoGAN-CR has it (default), or "normal", the standard normal distribution of
   * variational autoencoders.
   */
  default Param<String> prior() {
    return declared()
        .stringParam("prior", Allowed.oneOf(Prior.ids()), "distribution of codes and noise");
  }

  default String getPrior() {
    return value(prior());
  }

  default T setPrior(String prior) {
    return with(prior(), prior);
  }

  /**
   * Distribution of every noise value: "uniform" or "normal", as in {@code prior}. Default: that of
   * the codes.
   */
  default Param<String> noisePrior() {
    return declared()
        .derived(
            declared()
                .stringParam(
                    "noisePrior",
                    Allowed.nameAmong(Prior.ids()),
                    "distribution of noise; the default is that of codes"),
            () -> getPrior());
  }

  default String getNoisePrior() {
    return value(noisePrior());
  }

  default T setNoisePrior(String prior) {
    return with(noisePrior(), prior);
  }

  /** Takes over a model's latent space and the names of its columns. */
  default T matching(DisentangledModel<?> model) {
    LatentSpace latent = model.latent();
    if (!latent.categories().isEmpty()) {
      setCategories(latent.categories().stream().mapToInt(Integer::intValue).toArray());
    }
    setNumCodes(latent.numCodes());
    setNoiseDim(latent.noiseDim());
    setPrior(latent.prior().id());
    if (latent.noisePrior() != latent.prior()) {
      setNoisePrior(latent.noisePrior().id());
    }
    setCodesCol(model.getCodesCol());
    return setNoiseCol(model.getNoiseCol());
  }

  /** What these Params say of the latent space. */
  default LatentSpace latent() {
    checkCategories(getNumCodes());
    return new LatentSpace(
        getNumCodes(),
        getNoiseDim(),
        Prior.of(getPrior()),
        categoryCounts(),
        Prior.of(getNoisePrior()));
  }

  /**
   * Names of the codes, in their order and as many as there are codes; the metadata of the codes
   * column records them. All differ, and none has a '=' or ',' or is a whole number. Default: none,
   * which names them {@code code_0}, {@code code_1} and so on.
   */
  default StringArrayParam codeNames() {
    return declared()
        .stringArrayParam(
            "codeNames",
            Allowed.where(
                    String[].class,
                    "different names without '=' and ',' that are no whole numbers",
                    names ->
                        Arrays.stream(names)
                                .allMatch(
                                    name ->
                                        name != null
                                            && name.matches("[^=,]*[^=,\\s][^=,]*")
                                            && !name.matches("\\d+"))
                            && Arrays.stream(names).distinct().count() == names.length)
                .byDefault(new String[0]),
            "names of the codes");
  }

  default String[] getCodeNames() {
    return value(codeNames());
  }

  default T setCodeNames(String... names) {
    return with(codeNames(), names);
  }
}
