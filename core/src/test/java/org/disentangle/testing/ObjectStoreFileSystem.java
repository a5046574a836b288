// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileUtil;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system as connectors make them of object stores: {@code objects://bucket/PATH}, kept in a
 * folder of this machine. Folders are there as long as something lies below them, files when they
 * are closed; renaming copies; nothing can be appended to, and times cannot be set.
 */
public final class ObjectStoreFileSystem extends FileSystemInAFolder {

  private static final URI ADDRESS = URI.create("objects://bucket");

  @Override
  URI address() {
    return ADDRESS;
  }

  /** Makes the scheme known to a session. */
  public static void register(Configuration hadoop, Path folder) {
    register(hadoop, ADDRESS, ObjectStoreFileSystem.class, folder);
  }

  /** Nothing is made, as a folder is the beginning of its files' names. */
  @Override
  public boolean mkdirs(org.apache.hadoop.fs.Path folder) throws IOException {
    requireNoFile(folder);
    return true;
  }

  @Override
  public boolean mkdirs(org.apache.hadoop.fs.Path folder, FsPermission permission)
      throws IOException {
    return mkdirs(folder);
  }

  private void requireNoFile(org.apache.hadoop.fs.Path folder) throws IOException {
    for (org.apache.hadoop.fs.Path above = folder; above != null; above = above.getParent()) {
      if (pathToFile(above).isFile()) {
        throw new FileAlreadyExistsException(above.toString());
      }
    }
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    return create(path, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      org.apache.hadoop.fs.Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    if (!overwrite && exists(path)) {
      throw new FileAlreadyExistsException(path.toString());
    }
    if (path.getParent() != null) {
      requireNoFile(path.getParent());
    }
    return new FSDataOutputStream(new WholeAtClose(path), null);
  }

  private void put(org.apache.hadoop.fs.Path path, byte[] content) throws IOException {
    pathToFile(path).getParentFile().mkdirs();
    try (OutputStream out = java.nio.file.Files.newOutputStream(pathToFile(path).toPath())) {
      out.write(content);
    }
  }

  @Override
  public FSDataOutputStream append(
      org.apache.hadoop.fs.Path path, int bufferSize, Progressable progress) {
    throw new UnsupportedOperationException("append");
  }

  @Override
  public boolean delete(org.apache.hadoop.fs.Path path, boolean recursive) throws IOException {
    boolean deleted = super.delete(path, recursive);
    prune(pathToFile(path).getParentFile());
    return deleted;
  }

  private void prune(File folder) {
    File root = folder();
    File empty = folder;
    while (!empty.equals(root) && empty.delete()) {
      empty = empty.getParentFile();
    }
  }

  /** Copies all, then deletes all; not over anything that is there. */
  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    if (!exists(from)) {
      throw new FileNotFoundException(from.toString());
    }
    if (exists(to)) {
      return false;
    }
    requireNoFile(to.getParent());
    pathToFile(to).getParentFile().mkdirs();
    FileUtil.copy(pathToFile(from), this, to, false, getConf());
    return delete(from, true);
  }

  @Override
  public void setTimes(org.apache.hadoop.fs.Path path, long written, long read) {
    // an object has the time at which it was written
  }

  @Override
  public void setPermission(org.apache.hadoop.fs.Path path, FsPermission permission) {
    // objects have no modes
  }

  /** An object, which is there when it is closed. */
  private final class WholeAtClose extends ByteArrayOutputStream {

    private final org.apache.hadoop.fs.Path path;
    private boolean closed;

    private WholeAtClose(org.apache.hadoop.fs.Path path) {
      this.path = path;
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        put(path, toByteArray());
      }
    }
  }
}
