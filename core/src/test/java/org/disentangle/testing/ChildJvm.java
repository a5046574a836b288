// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A main class in a Java process of its own, with the class path and options of this one. */
public final class ChildJvm {

  private ChildJvm() {}

  /**
   * Not started yet, so that its environment and output can be set.
   *
   * @param heap as {@code -Xmx} takes it
   */
  public static ProcessBuilder of(Class<?> main, String heap, String... arguments) {
    String classPath = classPath();
    return of(tuning(classPath), classPath, heap, main.getName(), arguments);
  }

  static ProcessBuilder of(
      List<String> tuning, String classPath, String heap, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options("--add-opens", "-D"));
    command.addAll(tuning);
    command.addAll(List.of("-Xmx" + heap, "-cp", classPath, main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** That and, if its class path allows, classes that are loaded already. */
  static List<String> tuning(String classPath) {
    List<String> tuning = tuning();
    tuning.addAll(ClassArchive.options(classPath));
    return tuning;
  }

  /** How this JVM collects; too short a life for the optimising compiler to pay. */
  static List<String> tuning() {
    List<String> tuning = new ArrayList<>(options("-XX:"));
    tuning.add("-XX:TieredStopAtLevel=1");
    return tuning;
  }

  private static List<String> options(String... kinds) {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> Arrays.stream(kinds).anyMatch(option::startsWith))
        .toList();
  }

  /** Starts it with both its outputs in one file. */
  public static Process start(ProcessBuilder child, Path log) throws IOException {
    return child.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Surefire may run from a jar that only lists the class path. */
  private static String classPath() {
    return ClassArchive.order(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }
}
