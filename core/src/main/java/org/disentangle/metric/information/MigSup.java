// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.information;

import java.util.Arrays;
import org.disentangle.metric.TopTwo;

/**
 * MIG-sup (Li et al., "Progressive Learning and Disentanglement of Hierarchical Representations",
 * 2020): whether each code knows one factor alone; the counterpart of {@link Mig}.
 *
 * <p>{@code mean_j (I(z_j; v_k*) / H(v_k*) - I(z_j; v_k') / H(v_k'))}, k* and k' being the factors
 * of which code j knows the largest and second largest share. In [0, 1].
 *
 * <p>With a single factor the second share is 0. A constant code counts as 0; duplicate codes count
 * each.
 */
public final class MigSup {

  /**
   * @param score mean over codes
   * @param perCode the gap of each code
   * @param bestFactor the factor of which each code knows the largest share; the lowest of several
   */
  public record Result(double score, double[] perCode, int[] bestFactor) {}

  private MigSup() {}

  public static Result score(MutualInformation information) {
    double[][] share = new double[information.numCodes()][information.numFactors()];
    for (int code = 0; code < share.length; code++) {
      double[] mi = information.mi()[code];
      Arrays.setAll(share[code], factor -> mi[factor] / information.factorEntropy()[factor]);
    }
    TopTwo[] top = TopTwo.ofRows(share);
    double[] perCode = Arrays.stream(top).mapToDouble(TopTwo::gap).toArray();
    return new Result(
        Arrays.stream(perCode).average().getAsDouble(),
        perCode,
        Arrays.stream(top).mapToInt(TopTwo::first).toArray());
  }
}
