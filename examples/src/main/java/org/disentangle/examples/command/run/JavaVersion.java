// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.run;

import java.util.Locale;
import java.util.Optional;

/** Which Java this program runs on. */
public final class JavaVersion {

  private static final int OLDEST = 17;

  /** From 24 on Java has no security manager, which Hadoop 3.3 asks at every start. */
  private static final int TOO_NEW = 24;

  private JavaVersion() {}

  /** Ends the program with two lines and exit code 2 where Spark cannot run. */
  public static void require() {
    int found = Runtime.version().feature();
    refusal(found, System.getProperty("java.home"))
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
   * @return empty if it works
   */
  static Optional<String> refusal(int feature, String home) {
    return feature >= OLDEST && feature < TOO_NEW
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "disentangle: Java: found version %d (%s); expected 17 (18 to 23 are untested).%n"
                    + "Set JAVA_HOME to a Java 17.",
                feature,
                home));
  }
}
