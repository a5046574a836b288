// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.OptionalInt;
import org.disentangle.net.IdlePool;
import org.disentangle.net.Precision;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.WorkerSession;
import org.disentangle.train.ToyProcedure;
import org.junit.jupiter.api.Test;

class SessionReuseTest {

  private static final OptionalInt NO_DEVICE = OptionalInt.empty();

  private final IdlePool<TrainingProcedure, WorkerSession> pool =
      new IdlePool<>(procedure -> procedure.open(Precision.FLOAT32));

  @Test
  void equalProceduresShareSessionsThatAreBack() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(101);
    WorkerSession first = pool.take(procedure, NO_DEVICE);
    assertNotSame(first, pool.take(ToyProcedure.withSwitchAt(101), NO_DEVICE));
    pool.giveBack(procedure, NO_DEVICE, first);
    assertSame(first, pool.take(ToyProcedure.withSwitchAt(101), NO_DEVICE));
    pool.giveBack(procedure, NO_DEVICE, first);
    assertNotSame(first, pool.take(ToyProcedure.withSwitchAt(102), NO_DEVICE));
  }

  @Test
  void sessionsStayOnTheirDevice() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(104);
    WorkerSession first = pool.take(procedure, OptionalInt.of(0));
    pool.giveBack(procedure, OptionalInt.of(0), first);
    assertNotSame(first, pool.take(procedure, OptionalInt.of(1)));
    assertNotSame(first, pool.take(procedure, NO_DEVICE));
    assertSame(first, pool.take(procedure, OptionalInt.of(0)));
  }
}
