// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.predictability;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.FactorClasses;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;

/**
 * The separated attribute predictability score of Lin et al. ("InfoGAN-CR and ModelCentrality",
 * 2020), with factors of both kinds: for a discrete one the accuracies of {@link SapDiscrete}, but
 * on the rows that were fitted; for the others the squared correlations of {@link SapContinuous}.
 * The result is the mean over factors of the largest minus the second largest, in [0, 1].
 *
 * <p>Constant codes score 0 for every factor, as if they were not there. With a single code the
 * second best is 0. Duplicates of the best code give 0 for its factor.
 */
public final class SapMixed {

  private SapMixed() {}

  /**
   * @param discrete the factors that are classes; the others are numbers
   * @throws IllegalArgumentException if a factor has one value in all rows, or one of {@code
   *     discrete} does not exist or holds no {@link FactorClasses}
   */
  public static SapDiscrete.Result score(LabelledCodes table, int... discrete) {
    TrainTest tables = new TrainTest(table, table);
    double[][] matrix =
        Arrays.stream(SapContinuous.score(table).matrix())
            .map(double[]::clone)
            .toArray(double[][]::new);
    List<Integer> constant = tables.constantCodes();
    for (int factor : discrete) {
      if (factor < 0 || factor >= table.numFactors()) {
        throw InvalidInputException.of(
            "discrete factors", "factor " + factor, "0 to " + (table.numFactors() - 1));
      }
      FactorClasses.require(table, factor);
      double[] accuracies = SapDiscrete.accuracies(tables, factor);
      IntStream.range(0, accuracies.length)
          .forEach(code -> matrix[code][factor] = constant.contains(code) ? 0 : accuracies[code]);
    }
    return SapDiscrete.Result.of(matrix);
  }
}
