// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Files and folders that appear whole or not at all: written beside their place, then renamed. */
public final class WholeFile {

  /** Writes a folder's content. */
  @FunctionalInterface
  public interface Content {
    void write(Place folder) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes a file, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws FileAlreadyExistsException if something is there that may not be replaced; a folder or
   *     device never is
   */
  public static void write(Place file, byte[] content, boolean overwrite) throws IOException {
    if (file.isFolder()) {
      throw new FileAlreadyExistsException(
          file.toString(),
          null,
          "a folder is there; expected a place for a file.\nName a file in that folder.");
    }
    write(file, overwrite, aside -> aside.create(content));
  }

  /** The same for a file on the local disk. */
  public static void write(java.nio.file.Path file, byte[] content, boolean overwrite)
      throws IOException {
    write(Place.of(file), content, overwrite);
  }

  /**
   * Writes files that belong together, in place of those that are there: none of these goes before
   * all new ones are written.
   */
  public static void replace(Map<Place, byte[]> contents) throws IOException {
    Map<Place, Place> asides = new LinkedHashMap<>();
    try {
      for (Map.Entry<Place, byte[]> file : contents.entrySet()) {
        requireFree(file.getKey(), true);
        Place aside = asideOf(file.getKey());
        asides.put(file.getKey(), aside);
        aside.create(file.getValue());
      }
      for (Map.Entry<Place, Place> written : asides.entrySet()) {
        written.getValue().replace(written.getKey());
      }
    } finally {
      for (Place aside : asides.values()) {
        aside.delete();
      }
    }
  }

  /**
   * Writes a folder.
   *
   * @param overwrite whether what is there may be deleted with all in it
   * @throws FileAlreadyExistsException if something is there that may not be replaced
   */
  public static void writeFolder(Place folder, boolean overwrite, Content content)
      throws IOException {
    write(
        folder,
        overwrite,
        aside -> {
          aside.makeFolder();
          content.write(aside);
        });
  }

  private static void write(Place target, boolean overwrite, Content content) throws IOException {
    requireFree(target, overwrite);
    Place aside = asideOf(target);
    try {
      content.write(aside);
      requireFree(target, overwrite);
      aside.replace(target);
    } finally {
      aside.delete();
    }
  }

  private static Place asideOf(Place target) {
    return target.sibling("." + target.name() + UUID.randomUUID() + ".part");
  }

  private static void requireFree(Place target, boolean overwrite)
      throws FileAlreadyExistsException {
    if (!overwrite && target.exists()) {
      throw new FileAlreadyExistsException(
          target.toString(),
          null,
          "something is there already; expected a new place.\nAllow overwriting to replace it.");
    }
    if (target.isDevice()) {
      throw new FileAlreadyExistsException(
          target.toString(), null, "a device is there; expected a place for a file or folder.");
    }
  }
}
