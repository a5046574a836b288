// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.disentangle.net.NativeMemory;

/** Looks at this JVM's memory and threads at equal intervals, until it is closed. */
public final class MemoryWatch implements AutoCloseable {

  /**
   * What was seen at one moment.
   *
   * @param seconds since the watch began
   * @param heapMegabytes Java heap that was left by the latest garbage collections
   * @param nativeMegabytes memory of arrays and networks outside the heap
   * @param processMegabytes memory the process holds, by the operating system's count
   * @param threads of the JVM
   */
  public record MemorySample(
      double seconds,
      double heapMegabytes,
      double nativeMegabytes,
      double processMegabytes,
      int threads) {}

  private static final double MEGABYTE = 1 << 20;

  private final long start = System.nanoTime();
  private final List<MemorySample> samples = new ArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "memory-watch");
            thread.setDaemon(true);
            return thread;
          });

  private MemoryWatch() {}

  /** Starts looking, now and at this interval in milliseconds. */
  public static MemoryWatch every(long millis) {
    MemoryWatch watch = new MemoryWatch();
    watch.clock.scheduleAtFixedRate(watch::look, 0, millis, TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    MemorySample sample =
        new MemorySample(
            (System.nanoTime() - start) / 1e9,
            heapAfterCollection() / MEGABYTE,
            NativeMemory.arrayBytes() / MEGABYTE,
            NativeMemory.processBytes() / MEGABYTE,
            ManagementFactory.getThreadMXBean().getThreadCount());
    synchronized (samples) {
      samples.add(sample);
    }
  }

  private static long heapAfterCollection() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .mapToLong(MemoryUsage::getUsed)
        .sum();
  }

  /** Everything seen so far. */
  public List<MemorySample> samples() {
    synchronized (samples) {
      return List.copyOf(samples);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
