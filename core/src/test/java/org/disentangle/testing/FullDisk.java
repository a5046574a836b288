// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/** A disk that has room for the names of files, and for nothing in them. */
public final class FullDisk extends RawLocalFileSystem {

  private static final String DEVICE = "/dev/full";

  /** Whether there can be one here. */
  public static boolean isThere() {
    return Files.exists(java.nio.file.Path.of(DEVICE));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    super.create(file, overwrite, bufferSize, replication, blockSize, progress).close();
    return super.create(new Path("file", null, DEVICE), true, 1, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return create(file, overwrite, bufferSize, replication, blockSize, progress);
  }
}
