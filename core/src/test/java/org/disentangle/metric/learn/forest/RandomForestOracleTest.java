package org.disentangle.metric.learn.forest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.learn.Classifier;
import org.disentangle.metric.learn.ForestSettings;
import org.disentangle.metric.learn.Regressor;
import org.disentangle.metric.learn.Weighed;
import org.disentangle.testing.Oracle;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Importances and predictions of forests give the reference values of the scores made of them. */
class RandomForestOracleTest {

  /** Values of one sample and depth by their names in the cases. */
  private final Map<String, Map<String, Double>> fitted = new HashMap<>();

  @TestFactory
  Stream<DynamicTest> regressors() {
    return Oracle.tests(
        Oracle.cases("dci_rf_regressor"),
        one -> check(one, () -> regressors(Oracle.trainTest(one), one.at("/params/depths"))));
  }

  @TestFactory
  Stream<DynamicTest> classifiers() {
    return Oracle.tests(
        Oracle.cases("dci_rf_classifier"),
        one -> check(one, () -> classifiers(Oracle.trainTest(one))));
  }

  private void check(JsonNode one, Supplier<Map<String, Double>> fit) {
    String id = one.get("id").asText();
    Map<String, Double> values =
        fitted.computeIfAbsent(id.substring(0, id.lastIndexOf('.')), key -> fit.get());
    Oracle.check(one, values.get(one.at("/params/value").asText()));
  }

  private static Map<String, Double> regressors(TrainTest tables, JsonNode depths) {
    double[][] train = tables.standardisedTrainCodes();
    double[][] test = tables.standardisedTestCodes();
    double[][] importance = new double[tables.numFactors()][];
    double error = 0;
    for (int factor = 0; factor < importance.length; factor++) {
      int depth = depths.isArray() ? depths.get(factor).asInt() : depths.asInt();
      Weighed<Regressor> forest =
          RandomForest.regression(
              train, tables.trainTargets(factor), new ForestSettings(100, depth, 42));
      importance[factor] = forest.importance();
      double[] targets = tables.testTargets(factor);
      double squares =
          IntStream.range(0, test.length)
              .mapToDouble(row -> Math.pow(forest.model().predict(test[row]) - targets[row], 2))
              .average()
              .getAsDouble();
      error += Math.sqrt(squares) / importance.length;
    }
    double[][] byCode = transpose(importance);
    return Map.of(
        "nrmse_test", error,
        "disentanglement", weighed(byCode),
        "completeness",
            Arrays.stream(importance)
                .mapToDouble(RandomForestOracleTest::concentration)
                .average()
                .getAsDouble());
  }

  private static Map<String, Double> classifiers(TrainTest tables) {
    double[][] train = tables.trainCodes();
    double[][] test = tables.testCodes();
    double[][] importance = new double[tables.numFactors()][];
    double trainAccuracy = 0;
    double testAccuracy = 0;
    for (int factor = 0; factor < importance.length; factor++) {
      int[] labels = tables.trainLabels(factor);
      Weighed<Classifier> forest =
          RandomForest.classification(
              train, labels, tables.numLabels(factor), new ForestSettings(50, 6, 42));
      double[] weights = forest.importance();
      importance[factor] = tables.varyingCodes().stream().mapToDouble(j -> weights[j]).toArray();
      trainAccuracy += forest.model().accuracy(train, labels) / importance.length;
      testAccuracy += forest.model().accuracy(test, tables.testLabels(factor)) / importance.length;
    }
    return Map.of(
        "informativeness_train",
        trainAccuracy,
        "informativeness_test",
        testAccuracy,
        "disentanglement",
        weighed(transpose(importance)),
        "completeness",
        weighed(importance));
  }

  /** Mean over rows of one minus the entropy of a row, weighted by the sums of the rows. */
  private static double weighed(double[][] matrix) {
    double total = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    return Arrays.stream(matrix)
        .mapToDouble(row -> concentration(row) * DoubleStream.of(row).sum() / total)
        .sum();
  }

  private static double concentration(double[] row) {
    double sum = DoubleStream.of(row).sum();
    return 1
        + DoubleStream.of(row)
                .map(value -> value / sum)
                .filter(share -> share > 0)
                .map(share -> share * Math.log(share))
                .sum()
            / Math.log(row.length);
  }

  private static double[][] transpose(double[][] matrix) {
    return IntStream.range(0, matrix[0].length)
        .mapToObj(i -> Arrays.stream(matrix).mapToDouble(row -> row[i]).toArray())
        .toArray(double[][]::new);
  }
}
