// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import org.disentangle.metric.TopTwo;

/**
 * JEMMIG, normalised (Do and Tran, "Theory and Evaluation Metrics for Learning Disentangled
 * Representations", 2020): {@link Mig} that also asks whether the best code holds nothing but its
 * factor.
 *
 * <p>Per factor {@code J_k = H(z_j*, v_k) - I(z_j*; v_k) + I(z_j'; v_k)}, j* and j' being the codes
 * with most and second most information about factor k; the score is {@code mean_k 1 - J_k /
 * (H(v_k) + ln(bins))}, in [0, 1].
 *
 * <p>Codes within 1e-9 nats of the best count as equal to it, and the lowest of them is taken;
 * where their entropies differ, the order of the codes makes a difference. With a single code the
 * second information is 0. All codes constant: {@code mean_k ln(bins) / (H(v_k) + ln(bins))}. With
 * a single bin every factor counts as 0.
 */
public final class Jemmig {

  private static final double TIE_TOLERANCE = 1e-9;

  /**
   * @param score mean over factors of the normalised value
   * @param perFactor the normalised value of each factor
   * @param raw {@code J_k} of each factor, in nats; the smaller the better
   * @param bestCode j* of each factor
   */
  public record Result(double score, double[] perFactor, double[] raw, int[] bestCode) {}

  private Jemmig() {}

  public static Result score(MutualInformation information) {
    TopTwo[] top = TopTwo.ofColumns(information.mi(), TIE_TOLERANCE);
    double[] raw = new double[top.length];
    double[] perFactor = new double[top.length];
    for (int factor = 0; factor < top.length; factor++) {
      int code = top[factor].first();
      double factorEntropy = information.factorEntropy()[factor];
      double jointEntropy =
          information.codeEntropy()[code] + factorEntropy - information.mi()[code][factor];
      raw[factor] = jointEntropy - top[factor].gap();
      perFactor[factor] = 1 - raw[factor] / (factorEntropy + Math.log(information.bins()));
    }
    return new Result(
        Arrays.stream(perFactor).average().getAsDouble(),
        perFactor,
        raw,
        Arrays.stream(top).mapToInt(TopTwo::first).toArray());
  }
}
