package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.suite.MetricInput;
import org.disentangle.metric.suite.MetricSuite;
import org.disentangle.metric.suite.SuiteScores;
import org.disentangle.metric.suite.SuiteScores.Score;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every metric of tables that have too little of something: a number, or a refusal with advice. */
class DegenerateTablesTest {

  private static final int ROWS = 240;

  static Stream<Arguments> tables() {
    SplittableRandom random = new SplittableRandom(4);
    return Stream.of(
        table("a constant code", row -> new double[] {row % 3, 0.1, row / 3 % 4}),
        table("only constant codes", row -> new double[] {7, 0.1}),
        table("a single code", row -> new double[] {row % 3 + random.nextDouble()}),
        table(
            "more codes than factors",
            row -> IntStream.range(0, 6).mapToDouble(i -> row % (i + 2)).toArray()),
        table("duplicate codes", row -> new double[] {row % 3, row % 3, row / 3 % 4}),
        Arguments.of(
            "a single factor",
            LabelledCodes.of(
                codes(ROWS, row -> new double[] {row % 3, row % 5}), factors(ROWS, 1))),
        Arguments.of(
            "five rows",
            LabelledCodes.of(
                new double[][] {{0, 1}, {1, 1}, {2, 0}, {8, 3}, {9, 2}},
                new int[][] {{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}})),
        Arguments.of(
            "a factor of one value",
            LabelledCodes.of(
                codes(ROWS, row -> new double[] {row % 3, row % 5}), constantFactor(ROWS))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void everyMetricIsANumberOrSaysWhyNot(String name, LabelledCodes table) {
    MetricSuite suite =
        MetricSuite.of(EveryMetric.byDefault(), List.of("all")).without(List.of("beta_vae"));
    SuiteScores scores =
        suite.scoresWhereDefined(
            MetricInput.split(
                table.shuffled(1),
                0.4,
                MetricInput.Limits.DEFAULT,
                new MllibLearners(SharedSpark.session()),
                1),
            UnaryOperator.identity());
    for (Score score : scores.scores()) {
      String what = name + ": " + score;
      if (score.isDefined()) {
        assertFalse(Double.isNaN(score.value()), what);
        assertTrue(
            Double.isFinite(score.value())
                || score.metric().name().equals("gaussian_total_correlation"),
            what);
      } else {
        assertTrue(score.undefined().contains("\nMaybe "), what);
      }
    }
    long undefined = scores.scores().stream().filter(score -> !score.isDefined()).count();
    boolean whole = table.rows() == ROWS && !name.equals("a factor of one value");
    assertTrue(!whole || undefined == 0, () -> undefined + " undefined for " + name);
  }

  private static Arguments table(String name, IntFunction<double[]> codes) {
    return Arguments.of(name, LabelledCodes.of(codes(ROWS, codes), factors(ROWS, 2)));
  }

  private static double[][] codes(int rows, IntFunction<double[]> codes) {
    return IntStream.range(0, rows).mapToObj(codes).toArray(double[][]::new);
  }

  private static int[][] factors(int rows, int numFactors) {
    return IntStream.range(0, rows)
        .mapToObj(row -> numFactors == 1 ? new int[] {row % 3} : new int[] {row % 3, row / 3 % 4})
        .toArray(int[][]::new);
  }

  private static int[][] constantFactor(int rows) {
    return IntStream.range(0, rows).mapToObj(row -> new int[] {row % 3, 5}).toArray(int[][]::new);
  }
}
