// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The libraries' classes as a JVM has loaded them once, mapped by the JVMs that tests start:
 * without it a third of their processor time goes into loading. All modules share one archive, as
 * their class paths then begin with the same jars; folders and the project's own jars come after
 * these. Where it cannot be made, and while another JVM makes it, programs start without.
 */
final class ClassArchive {

  private static final Path ROOT = SharedSpark.testData().getParent().toAbsolutePath();
  private static final Path FILE = ROOT.resolve("target/test-children.jsa");
  private static final Path LIST = ROOT.resolve("target/test-children.txt");
  private static final Path START = ROOT.resolve("target/test-children.jar");
  private static final Path LOG = ROOT.resolve("target/test-children.log");
  private static final Path LOCK = ROOT.resolve("target/test-children.lock");
  private static final long PATIENCE_SECONDS = 120;

  private static Optional<List<String>> libraries = Optional.empty();
  private static boolean asked;

  private ClassArchive() {}

  /** The same entries; the archive's come first. */
  static String order(String classPath) {
    Set<String> entries = new LinkedHashSet<>(List.of(classPath.split(File.pathSeparator)));
    List<String> first = libraries(entries).orElse(List.of());
    return Stream.concat(first.stream(), entries.stream().filter(entry -> !first.contains(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** What lets a JVM with this class path use the archive; nothing if it cannot. */
  static List<String> options(String classPath) {
    return libraries
        .filter(first -> classPath.startsWith(String.join(File.pathSeparator, first)))
        .map(
            first ->
                List.of("-XX:SharedArchiveFile=" + FILE, "-Xlog:cds=off", "-Xlog:cds+dynamic=off"))
        .orElse(List.of());
  }

  /** Makes the archive if there is none, unless another JVM is about it. */
  private static synchronized Optional<List<String>> libraries(Set<String> entries) {
    if (!asked) {
      try {
        Files.createDirectories(LOCK.getParent());
        try (FileChannel channel =
                FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock()) {
          if (lock == null) {
            return Optional.empty();
          }
          asked = true;
          libraries = made(entries).or(() -> make(entries));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return libraries;
  }

  private static Optional<List<String>> made(Set<String> entries) {
    if (!Files.exists(FILE) || !Files.exists(LIST)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(LIST);
      List<String> first = lines.subList(1, lines.size());
      boolean all = entries.containsAll(first.subList(0, first.size() - 1));
      return Optional.of(first).filter(jars -> all && lines.get(0).equals(machine()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Folders end an archive, so what is not a library is loaded by another class loader. */
  private static Optional<List<String>> make(Set<String> entries) {
    List<String> first = new ArrayList<>(entries.stream().filter(ClassArchive::isLibrary).toList());
    first.add(START.toString());
    List<String> tuning = new ArrayList<>(ChildJvm.tuning());
    tuning.add("-XX:ArchiveClassesAtExit=" + FILE);
    String[] rest = entries.stream().filter(entry -> !isLibrary(entry)).toArray(String[]::new);
    try {
      Files.deleteIfExists(LIST);
      writeStart();
      String classPath = String.join(File.pathSeparator, first);
      ProcessBuilder program =
          ChildJvm.of(tuning, classPath, "512m", StartInFolders.class.getName(), rest);
      Process process = ChildJvm.start(program, LOG);
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      process.destroyForcibly();
      if (!ended || process.exitValue() != 0 || !Files.exists(FILE)) {
        return Optional.empty();
      }
      Files.write(LIST, Stream.concat(Stream.of(machine()), first.stream()).toList());
      return Optional.of(first);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void writeStart() throws IOException {
    String name = StartInFolders.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(START));
        InputStream bytes = StartInFolders.class.getResourceAsStream("/" + name)) {
      jar.putNextEntry(new JarEntry(name));
      bytes.transferTo(jar);
    }
  }

  private static boolean isLibrary(String entry) {
    return entry.endsWith(".jar") && !Path.of(entry).startsWith(ROOT);
  }

  /** An archive serves the Java and the options that it was made with. */
  private static String machine() {
    return System.getProperty("java.vm.version") + " " + String.join(" ", ChildJvm.tuning());
  }
}
