// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Spark's standalone cluster on this machine: a master and workers of one core, a JVM each. */
public final class StandaloneCluster implements AutoCloseable {

  private static final String HOST = "127.0.0.1";
  private static final String DEPLOY = "org.apache.spark.deploy.";
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final String classPath;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  private StandaloneCluster(Path folder, String classPath, int port) {
    this.folder = folder;
    this.classPath = classPath;
    this.port = port;
  }

  /**
   * Starts the processes.
   *
   * @param folder for logs and whatever Spark writes
   * @param classPath with Spark, absolute
   */
  public static StandaloneCluster start(Path folder, String classPath, int workers)
      throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("home/jars"));
    StandaloneCluster cluster = new StandaloneCluster(folder, classPath, freePort());
    cluster.launch(
        "master.Master", "--host", HOST, "--port", "" + cluster.port, "--webui-port", "0");
    cluster.awaitMaster();
    for (int worker = 0; worker < workers; worker++) {
      cluster.launch(
          "worker.Worker",
          "--host",
          HOST,
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve("work" + worker).toString(),
          cluster.master());
    }
    return cluster;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }

  private void launch(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ChildJvm.tuning(classPath));
    command.addAll(List.of("-Xmx256m", "-cp", classPath, DEPLOY + main));
    command.addAll(List.of(arguments));
    Path log = folder.resolve("log" + processes.size());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    processes.add(builder.start());
  }

  private void awaitMaster() throws InterruptedException {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < latest) {
      try (Socket ignored = new Socket(HOST, port)) {
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    close();
    throw new IllegalStateException("no master on port " + port + "; see " + folder);
  }

  /** The address for {@code spark.master}. */
  public String master() {
    return String.format(Locale.ROOT, "spark://%s:%d", HOST, port);
  }

  /** Ends workers, their executors, and the master. */
  @Override
  public void close() {
    for (int i = processes.size() - 1; i >= 0; i--) {
      processes.get(i).descendants().forEach(ProcessHandle::destroyForcibly);
      processes.get(i).destroyForcibly();
    }
  }
}
