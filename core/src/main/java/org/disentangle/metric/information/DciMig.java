// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import org.disentangle.metric.TopTwo;

/**
 * DCIMIG (Sepliarskaia et al., "Evaluating Disentangled Representations", 2019): disentanglement,
 * completeness and informativeness in one number.
 *
 * <p>Each code j belongs to the factor it knows most about, with {@code R_j} the gap to the factor
 * it knows second most about. {@code S_k} is the largest {@code R_j} of the codes of factor k, 0 if
 * it has none. The score is {@code SUM_k S_k / SUM_k H(v_k)}, in [0, 1].
 *
 * <p>With a single factor the second information is 0. Constant codes change nothing, nor do
 * duplicate ones.
 */
public final class DciMig {

  /**
   * @param score the score
   * @param perFactor {@code S_k} of each factor, in nats
   * @param codeOfFactor the code that S_k is taken from; -1 if {@code S_k} is 0
   */
  public record Result(double score, double[] perFactor, int[] codeOfFactor) {}

  private DciMig() {}

  public static Result score(MutualInformation information) {
    double[] perFactor = new double[information.numFactors()];
    int[] codeOfFactor = new int[perFactor.length];
    Arrays.fill(codeOfFactor, -1);
    TopTwo[] top = TopTwo.ofRows(information.mi());
    for (int code = 0; code < top.length; code++) {
      int factor = top[code].first();
      if (top[code].gap() > perFactor[factor]) {
        perFactor[factor] = top[code].gap();
        codeOfFactor[factor] = code;
      }
    }
    double score =
        Arrays.stream(perFactor).sum() / Arrays.stream(information.factorEntropy()).sum();
    return new Result(score, perFactor, codeOfFactor);
  }
}
