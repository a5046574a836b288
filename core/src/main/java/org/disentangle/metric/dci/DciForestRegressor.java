// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;

/**
 * DCI as in Eastwood and Williams, 2018, and Lin et al., "InfoGAN-CR and ModelCentrality", 2020:
 * one random-forest regressor a factor, aggregated as {@link Aggregation#EASTWOOD_WILLIAMS}.
 *
 * <p>Codes and factors are standardised by the training rows (standard deviation divided by the
 * number of rows). Codes that are constant in them are left out, and the result names those that
 * stayed. If all are constant, disentanglement and completeness are 0.
 */
public final class DciForestRegressor {

  /**
   * @param trees trees of each forest, at least 1
   * @param maxDepths depth of the trees, at least 1: one for every factor, or one per factor
   * @param seed seed of each forest
   */
  public record Settings(int trees, List<Integer> maxDepths, long seed) {

    /** 100 trees of depth 6. */
    public static final Settings DEFAULT = new Settings(100, List.of(6), 42);

    public Settings {
      maxDepths = List.copyOf(maxDepths);
      if (trees < 1 || maxDepths.isEmpty() || maxDepths.stream().anyMatch(depth -> depth < 1)) {
        throw InvalidInputException.of(
            "settings",
            String.format(Locale.ROOT, "%d trees of depths %s", trees, maxDepths),
            "at least 1 tree, and depths of at least 1");
      }
    }

    /** The same with another seed. */
    public Settings withSeed(long other) {
      return new Settings(trees, maxDepths, other);
    }

    private ForestSettings forest(int factor) {
      int depth = maxDepths.get(maxDepths.size() == 1 ? 0 : factor);
      return new ForestSettings(trees, depth, seed);
    }
  }

  private DciForestRegressor() {}

  /**
   * The scores of two tables; the same table twice scores the training rows.
   *
   * @param train rows the forests are fitted on
   * @param test rows they are scored on
   * @param learners fits the forests
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors, a
   *     factor has only one value in the training rows, or the depths are as many as neither one
   *     nor the factors
   */
  public static RegressorDci score(
      LabelledCodes train, LabelledCodes test, Learners learners, Settings settings) {
    TrainTest tables = new TrainTest(train, test);
    int depths = settings.maxDepths().size();
    if (depths != 1 && depths != tables.numFactors()) {
      throw InvalidInputException.of(
          "depths",
          String.valueOf(depths),
          String.format(Locale.ROOT, "1, or one for each of the %d factors", tables.numFactors()));
    }
    return RegressorDci.of(
        tables,
        (features, target, factor) -> learners.forest(features, target, settings.forest(factor)),
        Aggregation.EASTWOOD_WILLIAMS);
  }
}
