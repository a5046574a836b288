// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.bench.compare;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.examples.Main;
import org.disentangle.examples.process.OwnProgram;
import org.disentangle.stage.InputErrors;

/**
 * A build of this program, which runs in JVMs of its own.
 *
 * @param name as messages have it
 * @param command what starts it; arguments of its command line follow
 */
public record ProgramBuild(String name, List<String> command) {

  private static final List<String> SCRIPTS =
      List.of("examples/bin/disentangle", "bin/disentangle");
  private static final String JAR = "disentangle.jar";
  private static final int LAST_LINES = 5;

  /** What a process printed. */
  record Printed(List<String> out, List<String> err) {}

  /** The build that runs now, with the options of its JVM. */
  public static ProgramBuild own() {
    return new ProgramBuild("this build", java(OwnProgram.classPath()));
  }

  /**
   * The build at a place.
   *
   * @param option that names the place
   * @param place a checkout, which builds itself if need be, or an assembled jar, which runs with
   *     the libraries of this build
   * @throws InvalidInputException if there is none
   */
  public static ProgramBuild at(String option, String place) {
    Path path = Path.of(place).toAbsolutePath().normalize();
    for (String script : SCRIPTS) {
      if (Files.isExecutable(path.resolve(script))) {
        return new ProgramBuild(place, List.of(path.resolve(script).toString()));
      }
    }
    Path jar = Files.isDirectory(path) ? path.resolve(JAR) : path;
    if (Files.isRegularFile(jar) && jar.toString().endsWith(".jar")) {
      return new ProgramBuild(place, java(jar + File.pathSeparator + OwnProgram.libraries()));
    }
    throw new InputErrors("disentangle bench")
        .parameter(
            option,
            place,
            "a checkout of this project, in which there is "
                + SCRIPTS.get(0)
                + ", or the jar that mvn -Passembly package makes",
            "Make a checkout of another version: git worktree add DIR COMMIT; it builds itself when it is called.");
  }

  private static List<String> java(String classPath) {
    List<String> command = new ArrayList<>();
    command.add(OwnProgram.java());
    command.addAll(OwnProgram.options());
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    return List.copyOf(command);
  }

  /** The help of a benchmark; the first call of a checkout may build it, and shows that it does. */
  String help(String bench) throws IOException {
    return String.join("\n", run(List.of("bench", bench, "--help"), Redirect.INHERIT).out());
  }

  /**
   * Runs the command line to its end.
   *
   * @throws InvalidInputException if it fails; with the end of what it printed
   */
  Printed run(List<String> arguments) throws IOException {
    return run(arguments, Redirect.PIPE);
  }

  private Printed run(List<String> arguments, Redirect errors) throws IOException {
    Path out = Files.createTempFile("disentangle-out", ".txt");
    Path err = Files.createTempFile("disentangle-err", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(Stream.concat(command.stream(), arguments.stream()).toList())
              .redirectOutput(out.toFile())
              .redirectError(errors == Redirect.PIPE ? Redirect.to(err.toFile()) : errors);
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      int exitCode = ended(builder.start());
      Printed printed = new Printed(Files.readAllLines(out), Files.readAllLines(err));
      if (exitCode != 0) {
        throw failed(arguments, exitCode, printed);
      }
      return printed;
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Ends with this program, should it be stopped. */
  private static int ended(Process process) {
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      process.destroy();
      removeHook(end);
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) { // this program is being stopped, and the hook runs
      return;
    }
  }

  private InvalidInputException failed(List<String> arguments, int exitCode, Printed printed) {
    String last =
        Stream.concat(printed.out().stream(), printed.err().stream())
            .filter(line -> !line.isBlank())
            .collect(
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    lines ->
                        String.join(
                            "\n",
                            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))));
    return InvalidInputException.of(
        String.format(
            Locale.ROOT,
            "disentangle bench: %s: \"%s\" ended with exit code %d; expected 0",
            name,
            String.join(" ", arguments),
            exitCode),
        last.isEmpty() ? null : "It printed, at the end:\n" + last);
  }
}
