// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file system that is not the local one, as HDFS is not: {@code scratch://all/PATH}, kept in a
 * folder of this machine. Like HDFS it does not rename over what is there.
 */
public final class ScratchFileSystem extends ForklessFiles.Raw {

  private static final URI ADDRESS = URI.create("scratch://all");
  private static final String FOLDER = "test.scratch.folder";

  /** Makes the scheme known to a session. */
  public static void register(Configuration hadoop, Path folder) {
    hadoop.set("fs.scratch.impl", ScratchFileSystem.class.getName());
    hadoop.setBoolean("fs.scratch.impl.disable.cache", true);
    hadoop.set(FOLDER, folder.toString());
  }

  @Override
  public URI getUri() {
    return ADDRESS;
  }

  @Override
  public String getScheme() {
    return ADDRESS.getScheme();
  }

  @Override
  public org.apache.hadoop.fs.Path getWorkingDirectory() {
    return new org.apache.hadoop.fs.Path(ADDRESS.toString(), "/");
  }

  @Override
  protected org.apache.hadoop.fs.Path getInitialWorkingDirectory() {
    return new org.apache.hadoop.fs.Path(ADDRESS.toString(), "/");
  }

  @Override
  public File pathToFile(org.apache.hadoop.fs.Path path) {
    checkPath(path);
    return new File(getConf().get(FOLDER), path.toUri().getPath());
  }

  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
    FileStatus found = super.getFileStatus(path);
    found.setPath(makeQualified(path));
    return found;
  }

  @Override
  public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
    FileStatus[] found = super.listStatus(path);
    for (FileStatus status : found) {
      status.setPath(
          new org.apache.hadoop.fs.Path(makeQualified(path), status.getPath().getName()));
    }
    return found;
  }

  @Override
  public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to)
      throws IOException {
    return !exists(to) && super.rename(from, to);
  }
}
