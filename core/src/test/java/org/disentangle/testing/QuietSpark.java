package org.disentangle.testing;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/** Silences Spark's own log while a test makes tasks fail on purpose. */
public final class QuietSpark implements AutoCloseable {

  private static final String SPARK = "org.apache.spark";

  public QuietSpark() {
    Configurator.setLevel(SPARK, Level.OFF);
  }

  @Override
  public void close() {
    Configurator.setLevel(SPARK, Level.ERROR);
  }
}
