// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The version is written once, in the POM; a class folder made without Maven has none. */
class VersionsTest {

  @Test
  void theLibrarysVersionIsThePomsOrNoneWithoutMaven() {
    String built = System.getProperty("disentangle.version", "development");
    assertEquals(built, Versions.LIBRARY);
    assertEquals(built, Versions.here().disentangle());
  }

  @Test
  void versionsOfTheLibrariesAreKnown() {
    String spark = Versions.here().spark();
    assertTrue(spark.matches("(3\\.5|4\\.\\d)\\.\\d+"), spark);
    assertTrue(spark.startsWith(Versions.sparkLine() + "."), Versions.sparkLine());
    assertEquals(spark.startsWith("3.") ? "2.12" : "2.13", Versions.scalaLine());
    assertTrue(
        Versions.here().deeplearning4j().matches("1\\.0\\.0-M.*|development"),
        Versions.here().deeplearning4j());
  }
}
