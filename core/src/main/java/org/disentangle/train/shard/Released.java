package org.disentangle.train.shard;

import org.apache.spark.api.java.JavaRDD;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Persisted data given back to the cluster. */
public final class Released {

  private static final Logger LOG = LoggerFactory.getLogger(Released.class);

  private Released() {}

  /**
   * Waits until every executor has removed the blocks, since a session may end right after, and
   * never fails: the result does not depend on it.
   */
  public static void of(JavaRDD<?> persisted) {
    try {
      persisted.unpersist(true);
    } catch (Exception e) {
      LOG.warn("The memory of {} was not released in time.", persisted.name(), e);
    }
  }
}
