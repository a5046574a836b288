// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.io.Serializable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.disentangle.net.StateArrays;

/**
 * The arrays of the state that a round starts from, on their way to its tasks. On a cluster they
 * are broadcast. Spark would write a broadcast to blocks even where tasks run in the driver's own
 * JVM; there they are handed on as they are.
 */
final class SentArrays implements Serializable, AutoCloseable {

  private static final long serialVersionUID = 1L;

  private static final Map<Long, StateArrays> IN_THIS_JVM = new ConcurrentHashMap<>();
  private static final AtomicLong NEXT = new AtomicLong();

  private final long id;

  /** Null where tasks run in the driver's JVM. */
  private final Broadcast<StateArrays> broadcast;

  private SentArrays(long id, Broadcast<StateArrays> broadcast) {
    this.id = id;
    this.broadcast = broadcast;
  }

  /** Makes arrays available to tasks until the result is closed. */
  static SentArrays send(JavaSparkContext spark, StateArrays arrays) {
    if (!spark.sc().isLocal()) {
      return new SentArrays(-1, spark.broadcast(arrays));
    }
    long id = NEXT.incrementAndGet();
    IN_THIS_JVM.put(id, arrays);
    return new SentArrays(id, null);
  }

  /** In a task: shared with other tasks, so not to be changed. */
  float[][] arrays() {
    StateArrays sent = broadcast == null ? IN_THIS_JVM.get(id) : broadcast.value();
    if (sent == null) {
      throw new IllegalStateException("The round of this task has ended");
    }
    return sent.arrays();
  }

  @Override
  public void close() {
    if (broadcast == null) {
      IN_THIS_JVM.remove(id);
    } else {
      broadcast.destroy();
    }
  }
}
