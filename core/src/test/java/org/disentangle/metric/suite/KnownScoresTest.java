// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.disentangle.metric.FactorVaeScore;
import org.disentangle.metric.FactorVaeScore.Variant;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.TrainTest;
import org.disentangle.metric.dci.Aggregation;
import org.disentangle.metric.dci.DciScores;
import org.disentangle.metric.dci.ImportanceMatrix;
import org.disentangle.metric.intervention.Irs;
import org.disentangle.metric.predictability.SapContinuous;
import org.disentangle.metric.predictability.SapDiscrete;
import org.junit.jupiter.api.Test;

/**
 * What scores give codes of which one knows how good they are: the ceilings of perfect codes and
 * the levels of chance that their documentation tells.
 */
class KnownScoresTest {

  /** dSprites: shape, scale, orientation and two positions. */
  private static final int[] SIZES = {3, 6, 40, 32, 32};

  private static final int ROWS = 10_000;

  private final SplittableRandom random = new SplittableRandom(5);

  /** Codes of one row. */
  private interface Codes {
    double[] of(int[] factors, DoubleSupplier noise);
  }

  @Test
  void perfectCodesOfManyValuesDoNotReachOne() {
    LabelledCodes perfect = table(KnownScoresTest::values);
    SuiteScores scores = information(perfect);
    assertEquals(0.896, scores.value("mig"), 0.005);
    assertEquals(0.93, scores.value("dci_from_mi.disentanglement"), 0.01);
    assertEquals(0.93, scores.value("dci_from_mi.completeness"), 0.01);
    assertEquals(0.98, Irs.score(perfect).score(), 0.005);
    assertEquals(1, SapContinuous.score(perfect).score(), 0.001);
  }

  @Test
  void aSecondCopyOfEveryCodeLeavesNoGapAndStaysDisentangled() {
    SuiteScores scores =
        information(
            table(
                (factors, noise) ->
                    IntStream.range(0, 2 * SIZES.length)
                        .mapToDouble(code -> factors[code % SIZES.length])
                        .toArray()));
    assertEquals(0, scores.value("mig"), 1e-12);
    assertEquals(0.65, scores.value("dci_from_mi.completeness"), 0.01);
    assertEquals(0.93, scores.value("dci_from_mi.disentanglement"), 0.01);
    double[][] importance = new double[2 * SIZES.length][SIZES.length];
    Arrays.setAll(importance, code -> unit(code % SIZES.length));
    DciScores exact = new ImportanceMatrix(importance).scores(Aggregation.LIBRARY);
    assertEquals(0.70, exact.completeness(), 0.005);
    assertEquals(1, exact.disentanglement(), 1e-6);
  }

  @Test
  void codesThatIgnoreTheFactorsScoreMoreTheMoreThereAre() {
    assertEquals(0.25, factorVae(Variant.INFOGAN_CR, noise(5)), 0.02);
    assertEquals(0.28, factorVae(Variant.INFOGAN_CR, noise(10)), 0.02);
    assertEquals(0.38, factorVae(Variant.INFOGAN_CR, noise(50)), 0.03);
    assertEquals(0.20, factorVae(Variant.HELD_OUT, noise(10)), 0.04);
  }

  @Test
  void oneCodeForTwoFactorsIsNoHalfScore() {
    LabelledCodes mixed =
        table(
            (factors, noise) ->
                new double[] {
                  factors[3] + factors[4],
                  noise.getAsDouble(),
                  noise.getAsDouble(),
                  noise.getAsDouble(),
                  noise.getAsDouble()
                });
    assertEquals(0.38, factorVae(Variant.INFOGAN_CR, mixed), 0.03);
  }

  @Test
  void discreteSapDependsOnTheUnitsOfCodes() {
    LabelledCodes codes = table(KnownScoresTest::values);
    LabelledCodes scaled =
        table((factors, noise) -> IntStream.of(factors).mapToDouble(v -> v / 100.0).toArray());
    assertEquals(0.23, SapDiscrete.score(new TrainTest(codes, codes)).score(), 0.01);
    assertEquals(0.11, SapDiscrete.score(new TrainTest(scaled, scaled)).score(), 0.01);
  }

  private static double[] values(int[] factors, DoubleSupplier noise) {
    return IntStream.of(factors).asDoubleStream().toArray();
  }

  private static double[] unit(int place) {
    double[] importances = new double[SIZES.length];
    importances[place] = 1;
    return importances;
  }

  private LabelledCodes noise(int codes) {
    return table(
        (factors, noise) ->
            IntStream.range(0, codes).mapToDouble(i -> noise.getAsDouble()).toArray());
  }

  private static SuiteScores information(LabelledCodes table) {
    MetricInput input = MetricInput.inSample(table, MetricInput.Limits.DEFAULT, null, 1);
    return MetricSuite.of(InformationMetrics.groups(20), List.of("all")).scores(input);
  }

  /** The mean of ten seeds. */
  private static double factorVae(Variant variant, LabelledCodes table) {
    return IntStream.range(0, 10)
        .mapToDouble(
            seed ->
                FactorVaeScore.score(table, variant, FactorVaeScore.Settings.DEFAULT.withSeed(seed))
                    .score())
        .average()
        .getAsDouble();
  }

  private LabelledCodes table(Codes rule) {
    int[][] factors = new int[ROWS][SIZES.length];
    double[][] codes = new double[ROWS][];
    for (int row = 0; row < ROWS; row++) {
      for (int factor = 0; factor < SIZES.length; factor++) {
        factors[row][factor] = random.nextInt(SIZES[factor]);
      }
      codes[row] = rule.of(factors[row], random::nextDouble);
    }
    return LabelledCodes.of(codes, factors);
  }
}
