// SPDX-License-Identifier: Apache-2.0
package org.disentangle.metric.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.suite.MetricInput.Limits;
import org.junit.jupiter.api.Test;

/** Groups say of themselves whether other test rows give other scores. */
class TestRowsTest {

  private static final int ROWS = 120;

  @Test
  void whatFittedModelsMakeOfTestRowsDependsOnThem() {
    LabelledCodes table = table(1);
    MetricInput inSample = MetricInput.inSample(table, Limits.DEFAULT, null, 5);
    MetricInput held = MetricInput.of(table, table(2), Limits.DEFAULT, null, 5);
    int checked = 0;
    for (MetricGroup group : withoutLearners()) {
      Map<String, Double> one = group.computation().apply(inSample).values();
      Map<String, Double> other = group.computation().apply(held).values();
      boolean differs =
          group.metrics().stream()
              .anyMatch(metric -> !one.get(metric.name()).equals(other.get(metric.name())));
      assertEquals(differs, group.scoresTestRows(), group.metrics().toString());
      checked++;
    }
    assertTrue(checked >= 8, "only " + checked);
  }

  /** Those that fit nothing on Spark. */
  private static List<MetricGroup> withoutLearners() {
    return Stream.of(
            InformationMetrics.groups(10),
            InterventionMetrics.groups(0.99),
            SapMetrics.groups(List.of(0)),
            ExplicitnessMetrics.groups(),
            DciMetrics.groups())
        .flatMap(List::stream)
        .filter(
            group ->
                group.metrics().stream()
                    .noneMatch(
                        metric ->
                            metric.name().startsWith("dci_rf")
                                || metric.name().startsWith("explicitness.")))
        .toList();
  }

  /** Two codes that say something of two factors of three values. */
  private static LabelledCodes table(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] codes = new double[2 * ROWS];
    double[] factors = new double[2 * ROWS];
    for (int i = 0; i < codes.length; i++) {
      factors[i] = i < 6 ? i / 2 : random.nextInt(3);
      codes[i] = factors[i] + 1.5 * random.nextDouble();
    }
    return new LabelledCodes(2, codes, 2, factors);
  }
}
