// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.infogan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.AdamSettings;
import org.disentangle.net.Engine;
import org.disentangle.net.LossValues;
import org.disentangle.net.Precision;
import org.disentangle.net.TinyNetworks;
import org.disentangle.net.TrainingState;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The alternating step: its losses at the start, and what a run may depend on. */
class InfoGanCrStepTest {

  @BeforeAll
  static void oneThread() {
    Engine.useOneThread();
  }

  @Test
  void lossesAtTheStartAreThoseOfChance() {
    AdamSettings frozen = AdamSettings.adversarial(0);
    LatentSpace latent = new LatentSpace(5, 5);
    InfoGanProcedure procedure =
        new InfoGanProcedure(
            InfoGanCrPreset.DSPRITES.networks(latent),
            latent,
            64,
            0.05,
            ContrastSchedule.published(2, 0, 0, Long.MAX_VALUE, 0),
            InfoGanOptimisers.all(frozen));
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      session.load(procedure.initialState(1));
      LossValues losses = session.step(TinyNetworks.pixels(1, 64 * 64 * 64), 2);
      assertEquals(2 * Math.log(2), losses.of("D"), 0.2, "D");
      assertEquals(5.43, losses.of("Q"), 0.3, "Q");
      assertEquals(Math.log(2), losses.of("G"), 0.2, "G");
      assertEquals(Math.log(5), losses.of("CR"), 0.1, "CR");
      assertEquals(Math.log(5), losses.of("H"), 0.1, "H");
    }
  }

  @ParameterizedTest(name = "alpha {0}")
  @ValueSource(doubles = {0, 2})
  void sameStateAndSeedsGiveTheSameBits(double alpha) {
    InfoGanProcedure procedure = TinyNetworks.procedure(alpha);
    TrainingState start = procedure.initialState(1);
    try (WorkerSession one = procedure.open(Precision.FLOAT32);
        WorkerSession two = procedure.open(Precision.FLOAT32)) {
      TrainingState first = run(one, start, 5, 7);
      assertEquals(first, run(one, start, 5, 7), "same session");
      assertEquals(first, run(two, start, 5, 7), "second session");
      assertEquals(5, first.iteration());
      TrainingState other = run(one, start, 5, 8);
      assertNotEquals(first.network("G"), other.network("G"));
      assertNotEquals(first.network("D"), other.network("D"));
    }
  }

  @Test
  void anInterruptedRunContinuesAsIfNothingHappened() {
    InfoGanProcedure procedure = TinyNetworks.procedure(TinyNetworks.networks(false), 2);
    TrainingState start = procedure.initialState(1);
    try (WorkerSession session = procedure.open(Precision.FLOAT32);
        WorkerSession resumed = procedure.open(Precision.FLOAT32)) {
      TrainingState whole = run(session, start, 8, 7);
      TrainingState half = run(session, start, 4, 7);
      assertEquals(whole, run(resumed, half, 4, 7));
    }
  }

  @Test
  void contrastIsUntouchedWhileAlphaIsOff() {
    InfoGanProcedure procedure = TinyNetworks.procedure(2);
    TrainingState start = procedure.initialState(1);
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      TrainingState before = run(session, start, 3, 7);
      assertEquals(start.network("H"), before.network("H"));
      LossValues off = stepOnce(session, start);
      assertEquals(0, off.of("CR"));
      assertEquals(0, off.of("H"));
      TrainingState after = run(session, before, 1, 7);
      assertNotEquals(start.network("H"), after.network("H"));
      LossValues on = stepOnce(session, after);
      assertTrue(on.of("CR") > 0 && on.of("H") > 0);
    }
  }

  /** While alpha has not risen, H learns as it would, and G otherwise. */
  @Test
  void aRisingAlphaChangesWhatGLearnsAlone() {
    TrainingState start = TinyNetworks.procedure(2).initialState(1);
    List<TrainingState> states = new ArrayList<>();
    for (long rise : new long[] {0, 1, 4}) {
      try (WorkerSession session = TinyNetworks.procedure(2, rise).open(Precision.FLOAT32)) {
        states.add(run(session, start, 4, 7));
      }
    }
    assertEquals(states.get(0), states.get(1), "at once");
    assertEquals(states.get(0).network("H"), states.get(2).network("H"));
    assertNotEquals(states.get(0).network("G"), states.get(2).network("G"));
  }

  @Test
  void networksMoveAsOftenAsTheProcedureSays() {
    InfoGanProcedure procedure = TinyNetworks.procedure(2);
    try (WorkerSession session = procedure.open(Precision.FLOAT32)) {
      TrainingState state = run(session, procedure.initialState(1), 5, 7);
      assertEquals(10, state.network("G").updates(), "two G steps an iteration");
      assertEquals(5, state.network("D").updates());
      assertEquals(2, state.network("H").updates(), "from iteration 3 on");
    }
  }

  private static LossValues stepOnce(WorkerSession session, TrainingState state) {
    session.load(state);
    return session.step(pixels(1), 1);
  }

  /** Pixels and draws of an iteration follow from its number. */
  private static TrainingState run(
      WorkerSession session, TrainingState from, int iterations, long seed) {
    session.load(from);
    for (long i = from.iteration(); i < from.iteration() + iterations; i++) {
      session.step(pixels(i), seed + 1000 * i);
    }
    return session.save();
  }

  private static float[] pixels(long seed) {
    return TinyNetworks.pixels(seed, 8 * 64);
  }
}
