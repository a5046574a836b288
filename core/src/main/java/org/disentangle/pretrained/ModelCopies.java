// SPDX-License-Identifier: Apache-2.0
package org.disentangle.pretrained;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Zipped folders of models, unpacked once per program and deleted when it ends. */
final class ModelCopies {

  private static final Map<String, Path> COPIES = new TreeMap<>();

  private ModelCopies() {}

  /**
   * The folder of this name, unpacked now if it is not there any more.
   *
   * @param zip what it is unpacked from
   */
  static synchronized Path of(String name, Supplier<byte[]> zip) {
    Path copy = COPIES.get(name);
    if (copy == null || Files.notExists(copy)) {
      copy = unpack(name, zip.get());
      COPIES.put(name, copy);
    }
    return copy;
  }

  private static Path unpack(String name, byte[] bytes) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      Path folder = Files.createTempDirectory("disentangle-pretrained-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      Path copy = folder.resolve(name);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = copy.resolve(entry.getName()).normalize();
        if (!file.startsWith(copy)) {
          throw new IOException(
              "An entry of " + PretrainedModels.ZIP + " lies outside: " + entry.getName());
        }
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot unpack the model " + name, e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
      for (Path each : deepestFirst) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      folder.toFile().deleteOnExit(); // a folder of temporary files that somebody else looks into
    }
  }
}
