// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.process;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.examples.Main;

/** How this program was started, for starting it again. */
public final class OwnProgram {

  /** Options of a JVM that is watched; another one would watch at the same place. */
  private static final List<String> OF_ONE_JVM =
      List.of("-agentlib:", "-agentpath:", "-javaagent:", "-Xrunjdwp", "-XX:StartFlightRecording");

  private OwnProgram() {}

  /** The Java that runs this program. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** The options that the JVM was given. */
  public static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> OF_ONE_JVM.stream().noneMatch(option::startsWith))
        .toList();
  }

  /** With absolute paths; under spark-submit this program's own jar is on it too. */
  public static String classPath() {
    try {
      Path own = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return joined(Stream.concat(entries(), Stream.of(own)));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The class path without this project's own classes. */
  public static String libraries() {
    return joined(entries().filter(Predicate.not(OwnProgram::isOwn)));
  }

  private static Stream<Path> entries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of);
  }

  private static boolean isOwn(Path entry) {
    return Files.isDirectory(entry)
        ? Files.isDirectory(entry.resolve("org/disentangle"))
        : entry.getFileName().toString().startsWith("disentangle");
  }

  private static String joined(Stream<Path> entries) {
    return entries
        .map(entry -> entry.toAbsolutePath().toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }
}
