// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.dci;

import java.util.List;
import java.util.stream.IntStream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Learners;

/**
 * DCI by one random-forest classifier a factor, aggregated as {@link Aggregation#LIBRARY}: a faster
 * relative of {@link DciGbt}, with which its values must not be compared.
 *
 * <p>Codes are standardised by the training rows; codes that are constant in them are left out, and
 * the result names those that stayed. If all are constant, disentanglement and completeness are 0.
 */
public final class DciForestClassifier {

  /** 50 trees of depth 6. */
  public static final ForestSettings DEFAULT = new ForestSettings(50, 6, 42);

  private DciForestClassifier() {}

  /**
   * The scores of two tables; the same table twice scores the training rows.
   *
   * @param train rows the forests are fitted on
   * @param test rows they are scored on
   * @param learners fits the forests
   * @param settings of each forest, the same for every factor
   * @throws IllegalArgumentException if the tables differ in the number of codes or of factors, or
   *     a factor has only one value in the training rows
   */
  public static ClassifierDci score(
      LabelledCodes train, LabelledCodes test, Learners learners, ForestSettings settings) {
    TrainTest tables = new TrainTest(train, test);
    CodeFeatures features = CodeFeatures.standardised(tables);
    List<ClassifierDci.FactorFit> factors =
        IntStream.range(0, tables.numFactors())
            .mapToObj(factor -> factor(tables, features, factor, learners, settings))
            .toList();
    return ClassifierDci.of(factors, features.codes(), Aggregation.LIBRARY);
  }

  private static ClassifierDci.FactorFit factor(
      TrainTest tables,
      CodeFeatures features,
      int factor,
      Learners learners,
      ForestSettings settings) {
    return ClassifierDci.FactorFit.of(
        learners.forest(
            features.train(), tables.trainLabels(factor), tables.numLabels(factor), settings),
        features,
        tables,
        factor);
  }
}
