// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.disentangle.net.IdlePool.Reusable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdlePoolTest {

  private static final OptionalInt NO_DEVICE = OptionalInt.empty();
  private static final long MOST_BYTES = 100;
  private static final Duration LONG = Duration.ofHours(1);

  private static final class Thing implements Reusable {
    private final String key;
    private final long bytes;
    private boolean closed;

    private Thing(String key, long bytes) {
      this.key = key;
      this.bytes = bytes;
    }

    @Override
    public long nativeBytes() {
      return bytes;
    }

    @Override
    public void close() {
      assertFalse(closed, "closed twice");
      closed = true;
    }

    @Override
    public String toString() {
      return key;
    }
  }

  private final IdleShelf shelf = new IdleShelf(MOST_BYTES);
  private final List<Thing> made = new ArrayList<>();

  @AfterEach
  void nothingStaysOpen() {
    shelf.closeAll();
    assertEquals(List.of(), open());
  }

  private IdlePool<String, Thing> pool(long bytes, Duration warm) {
    return new IdlePool<>(
        key -> {
          made.add(new Thing(key, bytes));
          return made.get(made.size() - 1);
        },
        warm,
        shelf);
  }

  private List<String> open() {
    return made.stream().filter(thing -> !thing.closed).map(Thing::toString).toList();
  }

  private static void use(IdlePool<String, Thing> pool, String... keys) {
    for (String key : keys) {
      pool.giveBack(key, NO_DEVICE, pool.take(key, NO_DEVICE));
    }
  }

  @Test
  void whatIsUnusedTheLongestMakesRoom() {
    IdlePool<String, Thing> pool = pool(40, Duration.ZERO);
    use(pool, "a", "b", "a", "c");
    assertEquals(List.of("a", "b", "c"), open());
    use(pool, "d");
    assertEquals(List.of("a", "c", "d"), open());
  }

  @Test
  void poolsShareTheRoom() {
    IdlePool<String, Thing> small = pool(60, Duration.ZERO);
    IdlePool<String, Thing> other = pool(60, Duration.ZERO);
    use(small, "a");
    use(other, "a", "b");
    assertEquals(List.of("a", "b"), open());
    assertTrue(made.get(0).closed);
  }

  @Test
  void whatIsInUseStaysHoweverLarge() {
    IdlePool<String, Thing> pool = pool(1000, Duration.ZERO);
    Thing first = pool.take("a", NO_DEVICE);
    Thing second = pool.take("a", NO_DEVICE);
    pool.giveBack("a", NO_DEVICE, first);
    pool.giveBack("a", NO_DEVICE, second);
    assertEquals(2, open().size());
    assertSame(second, pool.take("a", NO_DEVICE));
    pool.giveBack("a", NO_DEVICE, second);
    use(pool, "b");
    assertEquals(List.of("b"), open());
  }

  @Test
  void whatIsWarmStays() {
    IdlePool<String, Thing> pool = pool(1000, LONG);
    use(pool, "a", "b", "c");
    assertEquals(List.of("a", "b", "c"), open());
    use(pool(1000, Duration.ZERO), "d", "e");
    assertEquals(List.of("a", "b", "c", "e"), open());
  }

  @Test
  void onlyWhatIsIdleForTooLongIsClosed() {
    IdlePool<String, Thing> pool = pool(1, Duration.ZERO);
    use(pool, "early");
    long between = System.nanoTime() + 1;
    while (System.nanoTime() <= between) {
      Thread.onSpinWait();
    }
    use(pool, "late");
    shelf.closeUnusedSince(between);
    assertEquals(List.of("late"), open());
  }

  @Test
  void whatIsIdleIsGivenUpBeforeMemoryRunsOut() {
    IdlePool<String, Thing> pool =
        new IdlePool<>(
            key -> {
              made.add(new Thing(key, 1));
              return made.get(made.size() - 1);
            },
            LONG);
    use(pool, "a", "b");
    Supplier<String> needy =
        () -> {
          if (!open().isEmpty()) {
            throw new OutOfMemoryError("as JavaCPP throws it");
          }
          return "made";
        };
    assertEquals("made", NativeMemory.making(0, needy));
    use(pool, "c");
    assertEquals("made", NativeMemory.making(Long.MAX_VALUE / 2, () -> "made"));
    assertEquals(List.of(), open());
    assertThrows(
        OutOfMemoryError.class,
        () ->
            NativeMemory.making(
                0,
                () -> {
                  throw new OutOfMemoryError("whatever is closed");
                }));
  }

  @Test
  void whatWasMadeFromAKeyIsClosedWithIt() {
    IdlePool<String, Thing> pool = pool(1, LONG);
    use(pool, "a", "b");
    use(pool(1, LONG), "a");
    pool.close("a");
    assertEquals(List.of("b", "a"), open());
  }
}
