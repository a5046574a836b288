package org.disentangle.image;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that appear whole or not at all: written beside their place, then renamed. */
final class WholeFile {

  private WholeFile() {}

  static void write(Path file, byte[] content, boolean overwrite) throws IOException {
    Path target = file.toAbsolutePath();
    if (!overwrite && Files.exists(target)) {
      throw exists(target);
    }
    Files.createDirectories(target.getParent());
    Path aside = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".part");
    try {
      Files.write(aside, content);
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
        "the file exists; expected a new one.%nMaybe it should be overwritten: then say so."
            .formatted());
  }
}
