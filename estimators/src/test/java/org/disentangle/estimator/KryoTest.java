// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.disentangle.testing.ChildJvm;
import org.disentangle.train.KryoRegistration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What crosses from one JVM of Spark to another can be read there by Kryo too, and is registered.
 */
@Tag("cluster")
class KryoTest {

  @TempDir Path folder;

  @Test
  void trainsSelectsEncodesEvaluatesPreparesAndGenerates() throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder child =
        ChildJvm.of(
            KryoWork.class,
            "1g",
            folder.toString(),
            "spark.kryo.registrationRequired",
            "true",
            "spark.kryo.registrator",
            KryoRegistration.class.getName());
    int exit = ChildJvm.start(child, log).waitFor();
    List<String> lines = Files.readAllLines(log);
    assertEquals(0, exit, () -> String.join("\n", lines));
    assertTrue(lines.contains("all done"), () -> String.join("\n", lines));
  }
}
