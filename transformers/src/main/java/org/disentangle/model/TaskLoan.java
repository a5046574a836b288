// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.OptionalInt;
import org.apache.spark.TaskContext;
import org.disentangle.net.IdlePool;
import org.disentangle.net.IdlePool.Reusable;
import org.disentangle.train.TaskDevice;

/** What a task takes from a pool and gives back when it ends, on the device that Spark gave it. */
final class TaskLoan {

  private TaskLoan() {}

  static <K, S extends Reusable> S take(IdlePool<K, S> pool, K key) {
    OptionalInt device = TaskDevice.bind();
    S taken = pool.take(key, device);
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              pool.giveBack(key, device, taken);
            });
    return taken;
  }
}
