// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Spark session for the length of a command. A session that was there before (a notebook's, a
 * test's) is used and left running.
 */
public final class SparkRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SparkRun.class);

  private final SparkSession session;
  private final Interruption interruption;

  /**
   * @param interruption null for a session that was there before
   */
  private SparkRun(SparkSession session, Interruption interruption) {
    this.session = session;
    this.interruption = interruption;
  }

  /** Takes the current session or starts a quiet one without web pages. */
  public static SparkRun start(SparkSession.Builder builder) {
    if (SparkSession.getDefaultSession().isDefined()) {
      return new SparkRun(builder.getOrCreate(), null);
    }
    if (System.getProperty("spark.ui.enabled") == null) {
      builder.config("spark.ui.enabled", "false");
    }
    if (System.getProperty("spark.ui.showConsoleProgress") == null) {
      builder.config("spark.ui.showConsoleProgress", "false");
    }
    SparkSession session = builder.getOrCreate();
    session.sparkContext().setLogLevel("ERROR");
    return new SparkRun(session, Interruption.watch());
  }

  public SparkSession session() {
    return session;
  }

  /**
   * Blocks and broadcasts are released while work goes on, and a release that meets the end of the
   * session ends in a stack trace. One more release that is waited for comes after them all.
   */
  private static void settle(JavaSparkContext context) {
    if (context.sc().isStopped() || Interruption.hasBegun()) {
      return;
    }
    try {
      context.broadcast(new byte[] {0}).unpersist(true);
    } catch (Exception e) {
      LOG.warn("Executors did not answer when the session ended: {}", e.toString());
    }
  }

  @Override
  public void close() {
    if (interruption != null) {
      interruption.close();
      settle(JavaSparkContext.fromSparkContext(session.sparkContext()));
      session.stop();
    }
  }
}
