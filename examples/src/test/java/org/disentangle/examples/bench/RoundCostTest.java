// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.disentangle.examples.bench.PredictedRound.Part;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand from the formulas that {@link RoundCost} documents. */
class RoundCostTest {

  private static final double CLOSE = 1e-12;

  /** Steps of 0.1 s, 16 MB at 64 MB/s (0.25 s a copy), 0.05 s a job and 0.01 s a task. */
  private final RoundCost cost = new RoundCost(0.1, 50, 16 << 20, 64 << 20, 0.05, 0.01);

  @Test
  void theDriverCollectsSmallStates() {
    PredictedRound round = cost.round(7, 7);
    assertEquals(5, round.compute(), CLOSE);
    assertEquals(0.12, round.scheduling(), CLOSE);
    assertEquals(3 * 0.25, round.broadcast(), CLOSE);
    assertEquals(7 * 0.25, round.collect(), CLOSE);
    assertEquals(7.62, round.seconds(), CLOSE);
    assertEquals(5 / 7.62, round.efficiency(), CLOSE);
    assertEquals(7 * 3200 / 7.62, round.imagesPerSecond(3200), 1e-9);
    assertEquals(Part.COMPUTE, round.largest());
  }

  @Test
  void workersInExcessOfTheCoresWait() {
    PredictedRound round = cost.round(7, 3);
    assertEquals(3 * 5, round.compute(), CLOSE);
    assertEquals(2 * 0.25, round.broadcast(), CLOSE);
    assertEquals(7 * 0.25, round.collect(), CLOSE);
    assertEquals(7 / 3.0 * 5 / (15 + 0.12 + 0.5 + 1.75), round.efficiency(), CLOSE);
  }

  @Test
  void above256MegabytesExecutorsAverage() {
    PredictedRound last = cost.round(16, 16);
    PredictedRound next = cost.round(17, 17);
    assertFalse(last.shuffled());
    assertEquals(16 * 0.25, last.collect(), CLOSE);
    assertTrue(next.shuffled());
    assertEquals(3 * 0.25, next.collect(), CLOSE);
    assertEquals(3 * 0.25, cost.round(170, 170).collect(), CLOSE);
    assertEquals((2 * 10 + 1) * 0.25, cost.round(170, 17).collect(), CLOSE);
  }

  @Test
  void withVeryManyWorkersSchedulingIsTheLargestPart() {
    assertEquals(Part.SCHEDULING, cost.round(1000, 1000).largest());
  }

  @Test
  void aLineIsFound() {
    Map<Integer, Double> measured = new TreeMap<>();
    for (int workers : new int[] {1, 2, 4, 8}) {
      measured.put(workers, 0.03 + 0.004 * workers);
    }
    FixedCost line = FixedCost.fit(measured);
    assertEquals(0.03, line.jobSeconds(), CLOSE);
    assertEquals(0.004, line.workerSeconds(), CLOSE);
    assertEquals(0.286, line.seconds(64), CLOSE);
    assertEquals(-0.5, line.relativeError(5, 0.1), CLOSE);
  }

  @Test
  void theLineIsTheOneOfLeastSquares() {
    FixedCost line = FixedCost.fit(Map.of(1, 1.0, 2, 3.0, 3, 2.0));
    assertEquals(1, line.jobSeconds(), CLOSE);
    assertEquals(0.5, line.workerSeconds(), CLOSE);
  }

  @Test
  void onePointIsNoLine() {
    assertThrows(IllegalArgumentException.class, () -> FixedCost.fit(Map.of(1, 1.0)));
  }

  @Test
  void roundsOfTwoLengthsAreTakenApart() {
    double fixed = 0.2;
    double step = 0.03;
    ScalePoint point = ScalePoint.of(4, 2, 8, 100, fixed + 200 * step, 10, fixed + 20 * step, 0, 0);
    assertEquals(30, point.stepMs(), 1e-9);
    assertEquals(fixed, point.fixedSeconds(), CLOSE);
    assertEquals(4 * 8 * 100 / 6.2, point.imagesPerSecond(), 1e-9);
    assertEquals(0.2 / 6.2, point.fixedShare(), CLOSE);
  }
}
