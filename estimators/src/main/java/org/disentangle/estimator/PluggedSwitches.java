// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import java.util.Locale;
import org.disentangle.stage.InputErrors;

/** What the Params of {@link HasPluggedParts} come to, and which of them cannot be. */
final class PluggedSwitches {

  private PluggedSwitches() {}

  /** The weight of the one-hot cross-entropy that is in effect. */
  static double gamma(HasPluggedParts<?> params) {
    return params.getOneHot() ? params.getGamma() : 0;
  }

  /** The weight of the orthogonal regularisation that is in effect. */
  static double orthogonalWeight(HasPluggedParts<?> params) {
    return params.getGrouped() ? params.getOrthogonalWeight() : 0;
  }

  /**
   * Refuses one-hot codes where there are not two to choose from, and a compete-free input without
   * noise.
   *
   * @param numContinuous codes that are not categorical
   * @param noiseParam name of the Param with the number of noise values of G
   * @throws org.disentangle.error.InvalidInputException if a switch is on that cannot be
   */
  static void check(HasPluggedParts<?> params, int numContinuous, String noiseParam, int noiseDim) {
    if (params.getOneHot() && numContinuous < 2) {
      throw InputErrors.of(params)
          .parameter(
              "oneHot",
              true,
              String.format(
                  Locale.ROOT,
                  "false with fewer than 2 continuous codes (%d), of which one-hot vectors choose",
                  numContinuous));
    }
    requireNoise(params, noiseParam, noiseDim);
  }

  /** Refuses a compete-free input without noise: the second half of {@link #check}. */
  static void requireNoise(HasPluggedParts<?> params, String noiseParam, int noiseDim) {
    if (params.getCompeteFree() && noiseDim == 0) {
      throw InputErrors.of(params)
          .parameter(
              noiseParam,
              noiseDim,
              "at least 1 with competeFree, which masks noise",
              "Set competeFree to false to generate from codes alone.");
    }
  }
}
