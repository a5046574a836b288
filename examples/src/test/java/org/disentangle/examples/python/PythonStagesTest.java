// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import py4j.GatewayServer;

/**
 * The tests of the Python package, which call the stages in this JVM through Py4J's gateway. They
 * are skipped where there is no python3.
 */
@Tag("cluster")
class PythonStagesTest {

  private static final Path FOLDER =
      SharedSpark.testData().toAbsolutePath().normalize().resolveSibling("examples/python");

  /** Kept for whoever looks for what failed. */
  private static final Path SAID = Path.of("target", "python-tests.log").toAbsolutePath();

  /** What Python sees of this JVM besides its classes. */
  public static final class Entry {
    public SparkSession active() {
      return SharedSpark.session();
    }
  }

  @Test
  void pythonUsesTheStages() throws IOException, InterruptedException {
    assumeTrue(hasPython(), "python3 is not on the path");
    String secret = UUID.randomUUID().toString();
    GatewayServer gateway =
        new GatewayServer.GatewayServerBuilder(new Entry())
            .javaAddress(InetAddress.getLoopbackAddress())
            .javaPort(0)
            .authToken(secret)
            .build();
    SharedSpark.session();
    gateway.start();
    try {
      ProcessBuilder python =
          new ProcessBuilder("python3", "-m", "unittest", "tests.test_stages")
              .directory(FOLDER.toFile())
              .redirectErrorStream(true)
              .redirectOutput(SAID.toFile());
      python.environment().put("PYSPARK_GATEWAY_PORT", "" + gateway.getListeningPort());
      python.environment().put("PYSPARK_GATEWAY_SECRET", secret);
      python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      Process process = python.start();
      boolean ended = process.waitFor(2, TimeUnit.MINUTES);
      process.destroyForcibly();
      String said = Files.readString(SAID);
      assertTrue(ended, said);
      assertEquals(0, process.exitValue(), said);
      assertTrue(said.matches("(?s).*Ran 1\\d tests.*OK.*"), said);
    } finally {
      gateway.shutdown();
    }
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException absent) {
      return false;
    }
  }
}
