// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Local files and folders whose names are no text in the character set of file names, such as names
 * in Latin-1 where that set is UTF-8. A path as text leads to none of them, and a listing of Hadoop
 * passes over them.
 */
final class UnwritableNames {

  private UnwritableNames() {}

  /** Those in a folder that may be or hold pictures, hidden ones left out; sorted. */
  static List<String> in(Path folder, FileChoice choice) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path each : all) {
        String name = each.getFileName().toString();
        if (!name.startsWith(".")
            && !isText(each)
            && Files.exists(each)
            && isWanted(each, name, choice)) {
          names.add(each.toString());
        }
      }
    }
    names.sort(null);
    return names;
  }

  private static boolean isText(Path file) {
    try {
      return Path.of(file.toString()).equals(file);
    } catch (InvalidPathException e) { // in the locale C
      return false;
    }
  }

  private static boolean isWanted(Path file, String name, FileChoice choice) throws IOException {
    if (Files.isDirectory(file)) {
      return choice.recursive();
    }
    if (name.contains(".")) {
      return FolderListing.hasPictureEnding(name.toLowerCase(Locale.ROOT));
    }
    try (InputStream bytes = Files.newInputStream(file)) {
      return FolderListing.beginsAsPicture(bytes);
    }
  }
}
