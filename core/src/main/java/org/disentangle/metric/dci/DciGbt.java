// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.boosting.GradientBoosting;

/**
 * DCI as in Locatello et al., "Challenging common assumptions", 2019: one gradient-boosted
 * classifier a factor on the codes as they are ({@link GradientBoosting}), aggregated as {@link
 * Aggregation#LIBRARY}. Published figures use 10,000 training and 5,000 test rows.
 *
 * <p>Constant codes take part with importance 0. If all codes are constant, disentanglement and
 * completeness are 0. Codes that split the rows alike, as duplicates do, share their importance.
 */
public final class DciGbt {

  private DciGbt() {}

  /**
   * The scores of two tables; the same table twice scores the training rows.
   *
   * @param train rows the classifiers are fitted on
   * @param test rows they are scored on
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors, or
   *     a factor has only one value in the training rows
   */
  public static ClassifierDci score(
      LabelledCodes train, LabelledCodes test, GradientBoosting.Settings settings) {
    TrainTest tables = new TrainTest(train, test);
    CodeFeatures features = CodeFeatures.plain(tables);
    List<ClassifierDci.FactorFit> factors =
        IntStream.range(0, tables.numFactors())
            .parallel()
            .mapToObj(factor -> factor(tables, features, factor, settings))
            .toList();
    return ClassifierDci.of(factors, features.codes(), Aggregation.LIBRARY);
  }

  private static ClassifierDci.FactorFit factor(
      TrainTest tables, CodeFeatures features, int factor, GradientBoosting.Settings settings) {
    return ClassifierDci.FactorFit.of(
        GradientBoosting.fit(
            features.train(), tables.trainLabels(factor), tables.numLabels(factor), settings),
        features,
        tables,
        factor);
  }
}
