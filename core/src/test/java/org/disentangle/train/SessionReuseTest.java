package org.disentangle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.OptionalInt;
import org.disentangle.net.IdlePool;
import org.disentangle.net.TrainingProcedure;
import org.disentangle.net.WorkerSession;
import org.junit.jupiter.api.Test;

class SessionReuseTest {

  private final IdlePool<TrainingProcedure, WorkerSession> pool =
      new IdlePool<>(TrainingProcedure::open);

  @Test
  void equalProceduresShareSessionsThatAreBack() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(101);
    WorkerSession first = pool.take(procedure);
    assertNotSame(first, pool.take(ToyProcedure.withSwitchAt(101)));
    pool.giveBack(procedure, first);
    assertSame(first, pool.take(ToyProcedure.withSwitchAt(101)));
    pool.giveBack(procedure, first);
    assertNotSame(first, pool.take(ToyProcedure.withSwitchAt(102)));
  }

  @Test
  void sessionsStayOnTheirDevice() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(104);
    WorkerSession first = pool.take(procedure, OptionalInt.of(0));
    pool.giveBack(procedure, OptionalInt.of(0), first);
    assertNotSame(first, pool.take(procedure, OptionalInt.of(1)));
    assertNotSame(first, pool.take(procedure));
    assertSame(first, pool.take(procedure, OptionalInt.of(0)));
  }

  @Test
  void onlySessionsIdleForTooLongAreClosed() {
    ToyProcedure procedure = ToyProcedure.withSwitchAt(103);
    WorkerSession early = pool.take(procedure);
    WorkerSession late = pool.take(procedure);
    pool.giveBack(procedure, early);
    long between = System.nanoTime() + 1;
    while (System.nanoTime() <= between) {
      Thread.onSpinWait();
    }
    pool.giveBack(procedure, late);
    int closed = ToyProcedure.CLOSED.get();
    pool.closeUnusedSince(between);
    assertSame(late, pool.take(procedure));
    assertNotSame(early, pool.take(procedure));
    assertEquals(1, ToyProcedure.CLOSED.get() - closed);
  }
}
