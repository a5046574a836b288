// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Optional;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * The error for which Spark ends this program. Spark logs it and calls {@code System.exit}; nothing
 * else says what it was, so it is taken from the log, in place of its stack trace.
 */
final class FatalError extends AbstractAppender {

  private static final String LOGGER = "org.apache.spark.util.SparkUncaughtExceptionHandler";

  private static volatile Throwable last;

  private FatalError() {
    super("fatal error", null, null, true, Property.EMPTY_ARRAY);
  }

  /** Watches from now on. */
  static void watch() {
    LoggerContext logging = (LoggerContext) LogManager.getContext(false);
    Configuration configuration = logging.getConfiguration();
    FatalError appender = new FatalError();
    appender.start();
    LoggerConfig logger = new LoggerConfig(LOGGER, Level.ERROR, false);
    logger.addAppender(appender, Level.ERROR, null);
    configuration.addLogger(LOGGER, logger);
    logging.updateLoggers();
  }

  /** What Spark ends this program for, if it does. */
  static Optional<Throwable> last() {
    return Optional.ofNullable(last);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getThrown() != null) {
      last = event.getThrown();
    }
  }
}
