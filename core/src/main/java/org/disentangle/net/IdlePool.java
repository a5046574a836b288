package org.disentangle.net;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Things of one JVM that are dear to make and serve one task at a time, such as live networks. One
 * that is out belongs to its task; one that stays unused for {@link #IDLE_SECONDS} is closed, which
 * frees the memory of executors after a run.
 *
 * @param <K> what equal things are made from
 */
public final class IdlePool<K, S extends AutoCloseable> {

  private static final Logger LOG = LoggerFactory.getLogger(IdlePool.class);

  static final long IDLE_SECONDS = 60;

  private record Idle<S>(S opened, long since) {}

  /** What is opened on one device serves no task on another. */
  private record Place<K>(K key, OptionalInt device) {}

  private final Function<K, S> opener;
  private final Map<Place<K>, Deque<Idle<S>>> idle = new HashMap<>();
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "disentangle-idle-pool");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param opener makes a thing where none is idle
   */
  public IdlePool(Function<K, S> opener) {
    this.opener = opener;
    sweeper.scheduleWithFixedDelay(
        () -> closeUnusedSince(System.nanoTime() - TimeUnit.SECONDS.toNanos(IDLE_SECONDS)),
        IDLE_SECONDS,
        IDLE_SECONDS / 4,
        TimeUnit.SECONDS);
  }

  /**
   * An idle one made from an equal key on the same device, or a new one.
   *
   * @param device empty where there is only one
   */
  public S take(K key, OptionalInt device) {
    synchronized (this) {
      Deque<Idle<S>> ready = idle.get(new Place<>(key, device));
      if (ready != null && !ready.isEmpty()) {
        return ready.pop().opened();
      }
    }
    return opener.apply(key);
  }

  /** Gives a healthy one back; one that failed is to be closed instead. */
  public synchronized void giveBack(K key, OptionalInt device, S opened) {
    idle.computeIfAbsent(new Place<>(key, device), any -> new ArrayDeque<>())
        .push(new Idle<>(opened, System.nanoTime()));
  }

  /** Closes the idle ones made from a key, on any device. */
  public void close(K key) {
    List<S> unused = new ArrayList<>();
    synchronized (this) {
      idle.forEach(
          (place, ready) -> {
            if (place.key().equals(key)) {
              ready.forEach(entry -> unused.add(entry.opened()));
            }
          });
      idle.keySet().removeIf(place -> place.key().equals(key));
    }
    unused.forEach(IdlePool::closeQuietly);
  }

  /** One that cannot be closed must not keep the others open, nor hide how the work ended. */
  private static void closeQuietly(AutoCloseable opened) {
    try {
      opened.close();
    } catch (Exception e) {
      LOG.warn("An idle {} could not be closed.", opened.getClass().getSimpleName(), e);
    }
  }

  /** Closes those given back before a value of {@link System#nanoTime()}. */
  public void closeUnusedSince(long limit) {
    List<S> unused = new ArrayList<>();
    synchronized (this) {
      for (Deque<Idle<S>> ready : idle.values()) {
        while (!ready.isEmpty() && ready.peekLast().since() - limit < 0) {
          unused.add(ready.removeLast().opened());
        }
      }
      idle.values().removeIf(Deque::isEmpty);
    }
    unused.forEach(IdlePool::closeQuietly);
  }
}
