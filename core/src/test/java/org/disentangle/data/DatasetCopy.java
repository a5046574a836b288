// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of a published file or folder, which a test may damage. */
public final class DatasetCopy {

  private DatasetCopy() {}

  /** Copies into a folder, under the same name; what is copied is deleted with this JVM. */
  public static Path of(String name, Path folder) throws IOException {
    Path from = Path.of(PublishedFile.path(name));
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path to = folder.resolve(name).resolve(from.relativize(file).toString()).normalize();
        Files.copy(file, to);
        to.toFile().setWritable(true);
        to.toFile().deleteOnExit();
      }
    }
    return folder.resolve(name);
  }
}
