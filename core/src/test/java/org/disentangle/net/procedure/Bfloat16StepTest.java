// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.Stream;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Iterations in bfloat16: the losses of double precision, repeated, resumed. Gradients are those of
 * single precision by {@code Bfloat16PassTest}.
 */
@Tag("train")
class Bfloat16StepTest {

  /**
   * Largest error of a loss, as a share of 1 plus its size. The images of networks without training
   * are nearly grey, and bfloat16 rounds part of their differences away.
   */
  private static final double LOSS = 0.05;

  @BeforeAll
  static void onlyWhereItIsComputed() {
    Engine.useOneThread();
    Assumptions.assumeTrue(Precision.BFLOAT16.obstacle().isEmpty());
  }

  static List<TinySystem> systems() {
    return Stream.concat(TinySystems.ALL.stream(), TinySystems.OF_32_PIXELS.stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("systems")
  void lossesAreThoseOfDoublePrecision(TinySystem system) {
    LossValues exact = losses(system, Precision.FLOAT64);
    LossValues rough = losses(system, Precision.BFLOAT16);
    for (String name : system.procedure().lossNames()) {
      double expected = exact.of(name);
      assertEquals(expected, rough.of(name), LOSS * (1 + Math.abs(expected)), name);
    }
  }

  private static LossValues losses(TinySystem system, Precision precision) {
    try (WorkerSession session = system.procedure().open(precision)) {
      session.load(system.procedure().initialState(3));
      return session.step(system.batch(0), 0);
    }
  }

  @ParameterizedTest
  @MethodSource("systems")
  void trainingIsRepeatableAndResumable(TinySystem system) {
    TrainingState start = system.procedure().initialState(3);
    TrainingState whole = trained(system, start, 4);
    assertEquals(whole, trained(system, start, 4));
    assertEquals(whole, trained(system, trained(system, start, 3), 1));
    assertNotEquals(whole, system.trained(start, 4));
  }

  private static TrainingState trained(TinySystem system, TrainingState from, int iterations) {
    try (WorkerSession session = system.procedure().open(Precision.BFLOAT16)) {
      session.load(from);
      for (long i = from.iteration(); i < from.iteration() + iterations; i++) {
        session.step(system.batch(i), i);
      }
      return session.save();
    }
  }
}
