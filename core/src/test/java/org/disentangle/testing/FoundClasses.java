// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a module, for tests that hold for all of a kind and keep no list of them. */
public final class FoundClasses {

  private static final String ENDING = ".class";

  private FoundClasses() {}

  /**
   * All classes of a package and of those below it, in the order of their names.
   *
   * @param neighbour any class of the same folder of class files, or of the same jar
   */
  public static List<Class<?>> in(String packageName, Class<?> neighbour) {
    try {
      Path place = Path.of(neighbour.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return below(place, packageName, neighbour.getClassLoader());
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return below(jar.getPath("/"), packageName, neighbour.getClassLoader());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Class<?>> below(Path root, String packageName, ClassLoader loader)
      throws IOException {
    try (Stream<Path> files = Files.walk(root.resolve(packageName.replace('.', '/')))) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(ENDING) && !file.endsWith("package-info" + ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()).replace('/', '.'))
          .sorted()
          .<Class<?>>map(name -> loaded(name, loader))
          .toList();
    }
  }

  private static Class<?> loaded(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
