package org.disentangle.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that appear whole or not at all: written beside their place, then renamed. */
public final class WholeFile {

  private WholeFile() {}

  /**
   * Writes a file, making its folder if need be.
   *
   * @param overwrite whether an existing file may be replaced
   * @throws FileAlreadyExistsException if the file exists and may not be replaced
   */
  public static void write(Path file, byte[] content, boolean overwrite) throws IOException {
    Path target = file.toAbsolutePath();
    if (!overwrite && Files.exists(target)) {
      throw exists(target);
    }
    Files.createDirectories(target.getParent());
    Path aside = target.resolveSibling("." + target.getFileName() + UUID.randomUUID() + ".part");
    try {
      Files.write(aside, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (overwrite) {
        Files.move(aside, target, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.move(aside, target);
      }
    } catch (FileAlreadyExistsException e) {
      throw exists(target);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static FileAlreadyExistsException exists(Path target) {
    return new FileAlreadyExistsException(
        target.toString(),
        null,
        "the file exists; expected a new one.\nMaybe it should be overwritten: then say so.");
  }
}
