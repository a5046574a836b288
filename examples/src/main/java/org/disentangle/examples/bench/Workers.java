// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.disentangle.net.Engine;

/** The same work on several threads at once, timed call by call. */
final class Workers {

  private static final double WARM_UP_SHARE = 0.25;
  private static final int LEAST_CALLS = 3;

  private Workers() {}

  /** One worker's work. */
  interface Unit extends AutoCloseable {

    /** One timed call; they are counted from 0. */
    void call(int count);

    @Override
    void close();

    static Unit of(IntConsumer call, Runnable close) {
      return new Unit() {
        @Override
        public void call(int count) {
          call.accept(count);
        }

        @Override
        public void close() {
          close.run();
        }
      };
    }
  }

  /**
   * Warms up for a quarter of the time, then measures while all workers are busy.
   *
   * @param opener makes the work of a worker, on that worker's thread
   * @return seconds of every measured call of every worker, at least three each
   */
  static double[] times(int workers, double seconds, IntFunction<Unit> opener) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    CyclicBarrier together = new CyclicBarrier(workers);
    try {
      List<Future<List<Double>>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        int own = worker;
        running.add(
            threads.submit(
                () -> {
                  Engine.useOneThread();
                  try (Unit unit = opener.apply(own)) {
                    together.await();
                    measure(unit, WARM_UP_SHARE * seconds);
                    together.await();
                    return measure(unit, seconds);
                  }
                }));
      }
      List<Double> times = new ArrayList<>();
      for (Future<List<Double>> worker : running) {
        times.addAll(worker.get());
      }
      return times.stream().mapToDouble(Double::doubleValue).toArray();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Double> measure(Unit unit, double seconds) {
    List<Double> times = new ArrayList<>();
    long start = System.nanoTime();
    long now = start;
    while (times.size() < LEAST_CALLS || now - start < seconds * 1e9) {
      unit.call(times.size());
      long after = System.nanoTime();
      times.add((after - now) / 1e9);
      now = after;
    }
    return times;
  }
}
