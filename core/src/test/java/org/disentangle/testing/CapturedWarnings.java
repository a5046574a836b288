// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;

/** Takes what a class logs while a test expects warnings, so that nothing is printed. */
public final class CapturedWarnings extends AbstractAppender implements AutoCloseable {

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Logger logger;

  /**
   * @param source the class that logs
   */
  public CapturedWarnings(Class<?> source) {
    super("captured " + source.getName(), null, null, true, Property.EMPTY_ARRAY);
    logger = (Logger) LogManager.getLogger(source);
    Configurator.setLevel(logger.getName(), Level.WARN);
    logger.addAppender(this);
    logger.setAdditive(false);
    start();
  }

  /** What was logged, in its order. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public void append(LogEvent event) {
    lines.add(event.getMessage().getFormattedMessage());
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    logger.setAdditive(true);
    Configurator.setLevel(logger.getName(), Level.ERROR);
    stop();
  }
}
