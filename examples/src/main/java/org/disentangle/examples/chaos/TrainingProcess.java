// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.disentangle.examples.Main;
import org.disentangle.examples.process.OwnProgram;
import scala.util.Properties;

/**
 * The command {@code train} in its own JVM, whose executors are JVMs below it ({@code
 * local-cluster}). What it prints goes to a file.
 */
final class TrainingProcess implements AutoCloseable {

  private static final int EXECUTORS = 2;
  private static final int EXECUTOR_MEGABYTES = 1024;
  private static final long PATIENCE_SECONDS = 600;
  private static final long POLL_MILLIS = 20;

  /**
   * How the JVM loads and verifies classes, compiles and collects: drivers and executors do it like
   * this program, whose class path they have.
   */
  private static final String[] TUNING = {
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-BytecodeVerification",
    "-XX:SharedArchiveFile=",
    "-Xlog:cds",
    "-XX:TieredStopAtLevel=",
    "-XX:ReservedCodeCacheSize=",
    "-XX:+Use",
    "-XX:-Use"
  };

  private final Process process;
  private final Path log;

  private TrainingProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a training.
   *
   * @param folder for its log, and for what Spark writes beside it
   * @param arguments of the command {@code train}, without those that say where it runs
   */
  static TrainingProcess start(Path folder, List<String> arguments) throws IOException {
    Path sparkHome = folder.resolve("spark");
    Files.createDirectories(sparkHome.resolve("jars"));
    List<String> command = new ArrayList<>();
    command.add(OwnProgram.java());
    command.addAll(ownOptions("--add-opens=", "-Xmx", "-Dlog4j2.", "-Djdk."));
    command.addAll(ownOptions(TUNING));
    command.add("-Ddisentangle.progress=lines");
    command.addAll(List.of("-cp", OwnProgram.classPath(), Main.class.getName(), "train"));
    command.addAll(arguments);
    command.add(
        String.format(
            Locale.ROOT, "--master=local-cluster[%d,1,%d]", EXECUTORS, EXECUTOR_MEGABYTES));
    command.add("--conf=spark.executor.extraClassPath=" + OwnProgram.classPath());
    List<String> tuning = ownOptions(TUNING);
    if (!tuning.isEmpty()) {
      command.add("--conf=spark.executor.extraJavaOptions=" + String.join(" ", tuning));
    }
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Map<String, String> environment = builder.environment();
    environment.put("SPARK_HOME", sparkHome.toString());
    environment.put("SPARK_SCALA_VERSION", scalaLine());
    environment.put("SPARK_LOCAL_IP", "127.0.0.1");
    return new TrainingProcess(builder.start(), log);
  }

  /** The options of this program's own JVM that begin in one of these ways. */
  private static List<String> ownOptions(String... beginnings) {
    return OwnProgram.options().stream()
        .filter(option -> Stream.of(beginnings).anyMatch(option::startsWith))
        .toList();
  }

  private static String scalaLine() {
    String version = Properties.versionNumberString();
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** The executors that are alive now. */
  List<ProcessHandle> executors() {
    return process
        .children()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .toList();
  }

  /** Waits until all executors are there. */
  void awaitExecutors() throws InterruptedException, TimeoutException {
    await(() -> executors().size() == EXECUTORS || !process.isAlive(), "start of the executors");
  }

  /** Waits for the end, whatever it is. */
  void awaitEnd() throws InterruptedException, TimeoutException {
    await(() -> !process.isAlive(), "end of the training");
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /**
   * @throws IllegalStateException if the training failed; with the end of what it printed
   */
  void requireSuccess() throws IOException {
    if (process.exitValue() != 0) {
      List<String> lines = Files.readAllLines(log);
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              """
              A training ended with exit code %d; expected 0. It printed, at the end:
              %s
              Each run needs about 4 GB of memory.""",
              process.exitValue(),
              String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()))));
    }
  }

  /** Kills the driver; its executors then end by themselves, which is waited for. */
  void killDriver() throws InterruptedException, TimeoutException {
    List<ProcessHandle> orphans = executors();
    process.destroyForcibly();
    await(
        () -> !process.isAlive() && orphans.stream().noneMatch(ProcessHandle::isAlive),
        "end of the executors without a driver");
  }

  private static void await(BooleanSupplier condition, String what)
      throws InterruptedException, TimeoutException {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > latest) {
        throw new TimeoutException(
            String.format(Locale.ROOT, "Waited %d s for the %s.", PATIENCE_SECONDS, what));
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    Stream.concat(executors().stream(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
