// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system, which without Hadoop's native library starts a process {@code chmod}
 * for every file that it creates and {@code ls} for every file that Spark lists. Here Java does the
 * same; a test of a hundred saved stages is a third shorter. {@code core-site.xml} beside the tests
 * names it.
 */
public final class ForklessFiles extends LocalFileSystem {

  public ForklessFiles() {
    super(new Raw());
  }

  /** Without checksums. */
  public static class Raw extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      String letters =
          permission.getUserAction().SYMBOL
              + permission.getGroupAction().SYMBOL
              + permission.getOtherAction().SYMBOL;
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(letters));
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
      FileStatus found = super.getFileStatus(path);
      try {
        PosixFileAttributes attributes =
            Files.readAttributes(pathToFile(path).toPath(), PosixFileAttributes.class);
        return new FileStatus(
            found.getLen(),
            found.isDirectory(),
            found.getReplication(),
            found.getBlockSize(),
            found.getModificationTime(),
            found.getAccessTime(),
            FsPermission.valueOf("-" + PosixFilePermissions.toString(attributes.permissions())),
            attributes.owner().getName(),
            attributes.group().getName(),
            found.getPath());
      } catch (NoSuchFileException gone) {
        throw new FileNotFoundException(gone.getMessage());
      }
    }
  }
}
