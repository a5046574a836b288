// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
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
    Place aside = target.sibling("." + target.name() + UUID.randomUUID() + ".part");
    try {
      content.write(aside);
      requireFree(target, overwrite);
      aside.replace(target);
    } finally {
      aside.delete();
    }
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
