// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.spark.ml.util.Instrumentation;
import org.disentangle.model.DisentangledModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the command line's own configuration of the log lets through. */
class QuietLogTest {

  private LoggerContext log;

  @BeforeEach
  void start() throws URISyntaxException {
    log =
        new LoggerContext(
            "command line",
            null,
            QuietLogTest.class.getResource("/disentangle-log4j2.properties").toURI());
    log.start();
  }

  @AfterEach
  void stop() {
    log.stop();
  }

  /** Spark ML logs with its stack trace what a fit throws, and throws it all the same. */
  @Test
  void failuresOfAFitAreToldByTheCommandAlone() {
    assertEquals(Level.OFF, log.getLogger(Instrumentation.class.getName()).getLevel());
  }

  @Test
  void warningsOfThisProjectAreShownAndOthersAreNot() {
    assertEquals(Level.WARN, log.getLogger(DisentangledModel.class.getName()).getLevel());
    assertEquals(Level.ERROR, log.getLogger("org.apache.spark.sql").getLevel());
  }
}
