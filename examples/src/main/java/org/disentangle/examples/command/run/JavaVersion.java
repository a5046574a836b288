// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Locale;
import java.util.Optional;
import org.disentangle.stage.Versions;

/** Which Java this program runs on. */
public final class JavaVersion {

  private static final int OLDEST = 17;

  /** From 24 on Java has no security manager, which the Hadoop of Spark 3.5 asks at every start. */
  private static final int NEWEST_OF_SPARK_3 = 23;

  private static final int NEWEST_OF_SPARK_4 = 25;

  private JavaVersion() {}

  /** Ends the program with two lines and exit code 2 where Spark cannot run. */
  public static void require() {
    int found = Runtime.version().feature();
    refusal(found, System.getProperty("java.home"), Versions.sparkLine())
        .ifPresent(
            message -> {
              System.err.println(message);
              System.exit(ErrorReport.BAD_INPUT);
            });
  }

  /**
   * What is wrong with a version.
   *
   * @param feature the first number of the version
   * @param home where that Java is
   * @param sparkLine the first two numbers of the version of Spark
   * @return empty if it works
   */
  static Optional<String> refusal(int feature, String home, String sparkLine) {
    int newest = sparkLine.startsWith("3.") ? NEWEST_OF_SPARK_3 : NEWEST_OF_SPARK_4;
    return feature >= OLDEST && feature <= newest
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "disentangle: Java: found version %d (%s); expected 17 (18 to %d are untested).%n"
                    + "Set JAVA_HOME to a Java 17.",
                feature,
                home,
                newest));
  }
}
