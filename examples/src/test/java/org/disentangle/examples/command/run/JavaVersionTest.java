// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Java on which Spark cannot run is named before anything starts. */
class JavaVersionTest {

  @ParameterizedTest
  @CsvSource({"3.5, 23", "4.2, 25"})
  void whatWorksAndWhatDoesNot(String sparkLine, int newest) {
    assertEquals(Optional.empty(), JavaVersion.refusal(17, "/java", sparkLine));
    assertEquals(Optional.empty(), JavaVersion.refusal(newest, "/java", sparkLine));
    for (int version : new int[] {11, newest + 1}) {
      String text = JavaVersion.refusal(version, "/java", sparkLine).orElseThrow();
      assertTrue(text.startsWith("disentangle: Java: found version " + version), text);
      assertTrue(text.contains("18 to " + newest), text);
      assertTrue(text.contains("Set JAVA_HOME"), text);
    }
  }
}
