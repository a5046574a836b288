// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Pointer;
import org.disentangle.net.IdlePool.Reusable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the {@link IdlePool}s of a JVM have idle, the longest unused first. It is closed after a
 * minute, earlier where there is too much of it, and at once where memory runs out.
 */
final class IdleShelf {

  private static final Logger LOG = LoggerFactory.getLogger(IdleShelf.class);

  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** That of this JVM. */
  static final IdleShelf JVM = new IdleShelf(limit() / 16);

  /**
   * Where something serves again.
   *
   * @param hash of the key, which may hold whole networks
   * @param device what is opened on one device serves no task on another
   */
  record PoolKey(IdlePool<?, ?> pool, int hash, Object key, OptionalInt device) {

    boolean serves(PoolKey other) {
      return isOf(other.pool, other.hash, other.key) && device.equals(other.device);
    }

    boolean isOf(IdlePool<?, ?> pool, int hash, Object key) {
      return this.pool == pool && this.hash == hash && this.key.equals(key);
    }
  }

  private record Entry(PoolKey place, Reusable opened, long bytes, long since) {}

  private final long mostBytes;
  private final LinkedList<Entry> entries = new LinkedList<>();

  /**
   * @param mostBytes that may lie idle beside what the latest user left
   */
  IdleShelf(long mostBytes) {
    this.mostBytes = mostBytes;
    Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "disentangle-idle");
              thread.setDaemon(true);
              return thread;
            })
        .scheduleWithFixedDelay(
            () -> closeUnusedSince(System.nanoTime() - LONGEST.toNanos()),
            LONGEST.toSeconds(),
            LONGEST.toSeconds() / 4,
            TimeUnit.SECONDS);
  }

  /** JavaCPP's, or the heap's where JavaCPP sets no limit. */
  private static long limit() {
    return Pointer.maxBytes() > 0 ? Pointer.maxBytes() : Runtime.getRuntime().maxMemory();
  }

  /** The one used last of those that serve a place. */
  synchronized Optional<Reusable> take(PoolKey place) {
    Iterator<Entry> latestFirst = entries.descendingIterator();
    while (latestFirst.hasNext()) {
      Entry entry = latestFirst.next();
      if (entry.place().serves(place)) {
        latestFirst.remove();
        return Optional.of(entry.opened());
      }
    }
    return Optional.empty();
  }

  /** Takes one in, and closes others until these are not too large together. */
  void add(PoolKey place, Reusable opened) {
    long now = System.nanoTime();
    List<Entry> excess;
    synchronized (this) {
      entries.add(new Entry(place, opened, opened.nativeBytes(), now));
      excess = takeExcess(place, now);
    }
    close(excess);
  }

  /** What serves the same place stays, for it is in use, and so does what its pool keeps warm. */
  private List<Entry> takeExcess(PoolKey latest, long now) {
    long others = 0;
    for (Entry entry : entries) {
      others += entry.place().serves(latest) ? 0 : entry.bytes();
    }
    List<Entry> excess = new ArrayList<>();
    Iterator<Entry> oldestFirst = entries.iterator();
    while (others > mostBytes && oldestFirst.hasNext()) {
      Entry entry = oldestFirst.next();
      boolean warm = now - entry.since() < entry.place().pool().warm().toNanos();
      if (!warm && !entry.place().serves(latest)) {
        oldestFirst.remove();
        others -= entry.bytes();
        excess.add(entry);
      }
    }
    return excess;
  }

  /** Closes everything; the number of things that were idle. */
  int closeAll() {
    return closeIf(entry -> true);
  }

  /** Closes what a pool made from a key, on any device. */
  void close(IdlePool<?, ?> pool, Object key) {
    int hash = key.hashCode();
    closeIf(entry -> entry.place().isOf(pool, hash, key));
  }

  /** Closes what was given back before a value of {@link System#nanoTime()}. */
  void closeUnusedSince(long limit) {
    closeIf(entry -> entry.since() - limit < 0);
  }

  private int closeIf(Predicate<Entry> condition) {
    List<Entry> unused = new ArrayList<>();
    synchronized (this) {
      entries.removeIf(
          entry -> {
            boolean found = condition.test(entry);
            if (found) {
              unused.add(entry);
            }
            return found;
          });
    }
    close(unused);
    return unused.size();
  }

  /** One that cannot be closed must not keep the others open, nor hide how the work ended. */
  private static void close(List<Entry> entries) {
    for (Entry entry : entries) {
      try {
        entry.opened().close();
      } catch (RuntimeException e) {
        LOG.warn("An idle {} could not be closed.", entry.opened().getClass().getSimpleName(), e);
      }
    }
  }
}
