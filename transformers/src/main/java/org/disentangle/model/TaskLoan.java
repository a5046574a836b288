package org.disentangle.model;

import org.apache.spark.TaskContext;
import org.disentangle.net.IdlePool;

/** What a task takes from a pool and gives back when it ends. */
final class TaskLoan {

  private TaskLoan() {}

  static <K, S extends AutoCloseable> S take(IdlePool<K, S> pool, K key) {
    S taken = pool.take(key);
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              pool.giveBack(key, taken);
            });
    return taken;
  }
}
