// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkExecutorInfo;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** Silences Spark's own log while a test makes tasks fail on purpose. */
public final class QuietSpark implements AutoCloseable {

  private static final String SPARK = "org.apache.spark";

  public QuietSpark() {
    Configurator.setLevel(SPARK, Level.OFF);
  }

  /** Tasks that are killed with a failed job log when they end, which is waited for. */
  @Override
  public void close() {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (tasks() > 0 && System.nanoTime() < latest) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    Configurator.setLevel(SPARK, Level.ERROR);
  }

  private static int tasks() {
    return Stream.of(SparkSession.getDefaultSession())
        .filter(Option::isDefined)
        .map(session -> session.get().sparkContext())
        .filter(context -> !context.isStopped())
        .flatMap(context -> Arrays.stream(context.statusTracker().getExecutorInfos()))
        .mapToInt(SparkExecutorInfo::numRunningTasks)
        .sum();
  }
}
