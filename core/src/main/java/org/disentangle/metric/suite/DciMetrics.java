// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import java.util.List;
import java.util.Map;
import org.disentangle.metric.dci.ClassifierDci;
import org.disentangle.metric.dci.DciForestClassifier;
import org.disentangle.metric.dci.DciForestRegressor;
import org.disentangle.metric.dci.DciGbt;
import org.disentangle.metric.dci.DciLasso;
import org.disentangle.metric.dci.DciScores;
import org.disentangle.metric.dci.RegressorDci;
import org.disentangle.metric.learn.boosting.GradientBoosting;

/** Disentanglement, completeness and informativeness by four kinds of model. */
public final class DciMetrics {

  private static final String DISENTANGLEMENT = ".disentanglement";
  private static final String COMPLETENESS = ".completeness";
  private static final String TRAIN = ".informativeness_train";
  private static final String TEST = ".informativeness_test";
  private static final String ERROR = ".nrmse_test";

  private DciMetrics() {}

  public static List<MetricGroup> groups() {
    return List.of(
        byClassifier("dci_gbt", "boosted trees", DciMetrics::gbt),
        byClassifier("dci_rf_classifier", "a random forest", DciMetrics::forest),
        MetricGroup.ofFactors(
                input -> regressor("dci_rf_regressor", forestRegressor(input), input),
                disentanglement("dci_rf_regressor", "a random forest of regressors"),
                completeness("dci_rf_regressor", "a random forest of regressors"),
                Metric.smaller(
                    "dci_rf_regressor" + ERROR, "its error on test rows, in standard deviations"))
            .onTestRows(),
        MetricGroup.ofFactors(
            input -> regressor("dci_lasso", lasso(input), input),
            disentanglement("dci_lasso", "a lasso"),
            completeness("dci_lasso", "a lasso")));
  }

  /** A model of the values of factors as classes. */
  private interface ByClassifier {
    ClassifierDci score(MetricInput input);
  }

  private static MetricGroup byClassifier(String name, String model, ByClassifier dci) {
    return MetricGroup.ofClasses(
            input -> classifier(name, dci.score(input), input),
            disentanglement(name, model),
            completeness(name, model),
            Metric.larger(name + TRAIN, "its accuracy on the rows it was fitted to"),
            Metric.larger(name + TEST, "its accuracy on test rows"))
        .onTestRows();
  }

  private static Metric disentanglement(String name, String model) {
    return Metric.larger(
        name + DISENTANGLEMENT, "whether each code serves one factor, in " + model);
  }

  private static Metric completeness(String name, String model) {
    return Metric.larger(name + COMPLETENESS, "whether one code serves each factor, in " + model);
  }

  private static ClassifierDci gbt(MetricInput input) {
    return DciGbt.score(input.train(), input.test(), GradientBoosting.Settings.DEFAULT);
  }

  private static ClassifierDci forest(MetricInput input) {
    return DciForestClassifier.score(
        input.train(),
        input.test(),
        input.learners(),
        DciForestClassifier.DEFAULT.withSeed(input.seed()));
  }

  private static RegressorDci forestRegressor(MetricInput input) {
    return DciForestRegressor.score(
        input.train(),
        input.test(),
        input.learners(),
        DciForestRegressor.Settings.DEFAULT.withSeed(input.seed()));
  }

  private static RegressorDci lasso(MetricInput input) {
    return DciLasso.score(input.train(), input.test(), DciLasso.DEFAULT_ALPHA);
  }

  private static Scores classifier(String name, ClassifierDci dci, MetricInput input) {
    return new Scores(
        Map.of(
            name + DISENTANGLEMENT, dci.scores().disentanglement(),
            name + COMPLETENESS, dci.scores().completeness(),
            name + TRAIN, dci.informativenessTrain(),
            name + TEST, dci.informativenessTest()),
        Map.of(name, ofAllCodes(dci.scores(), dci.codes(), input)));
  }

  private static Scores regressor(String name, RegressorDci dci, MetricInput input) {
    return new Scores(
        Map.of(
            name + DISENTANGLEMENT, dci.scores().disentanglement(),
            name + COMPLETENESS, dci.scores().completeness(),
            name + ERROR, dci.nrmseTest()),
        Map.of(name, ofAllCodes(dci.scores(), dci.codes(), input)));
  }

  /** The importance matrix with a row of zeros for every code that was left out. */
  private static double[][] ofAllCodes(DciScores scores, List<Integer> codes, MetricInput input) {
    double[][] importance = new double[input.train().numCodes()][input.train().numFactors()];
    for (int place = 0; place < codes.size(); place++) {
      importance[codes.get(place)] = scores.importance().importance()[place].clone();
    }
    return importance;
  }
}
