// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A Java on which Spark cannot run is named before anything starts. */
class JavaVersionTest {

  @Test
  void whatWorksAndWhatDoesNot() {
    assertEquals(Optional.empty(), JavaVersion.refusal(17, "/java"));
    assertEquals(Optional.empty(), JavaVersion.refusal(21, "/java"));
    for (int version : new int[] {11, 24, 25}) {
      String text = JavaVersion.refusal(version, "/java").orElseThrow();
      assertTrue(text.startsWith("disentangle: Java: found version " + version), text);
      assertTrue(text.contains("Set JAVA_HOME"), text);
    }
  }
}
