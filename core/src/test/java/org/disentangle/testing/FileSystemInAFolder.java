// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;

/** A file system that is not the local one and is kept in a folder of this machine. */
abstract class FileSystemInAFolder extends ForklessFiles.Raw {

  private static final String FOLDER = "test.%s.folder";

  /** Scheme and authority; asked for before a constructor has run. */
  abstract URI address();

  /** Makes the scheme known to a session. */
  static void register(
      Configuration hadoop, URI address, Class<? extends FileSystemInAFolder> type, Path folder) {
    String implementation = String.format(Locale.ROOT, "fs.%s.impl", address.getScheme());
    hadoop.set(implementation, type.getName());
    hadoop.setBoolean(implementation + ".disable.cache", true);
    hadoop.set(String.format(Locale.ROOT, FOLDER, address.getScheme()), folder.toString());
  }

  final File folder() {
    return new File(getConf().get(String.format(Locale.ROOT, FOLDER, address().getScheme())));
  }

  @Override
  public URI getUri() {
    return address();
  }

  @Override
  public String getScheme() {
    return address().getScheme();
  }

  @Override
  public org.apache.hadoop.fs.Path getWorkingDirectory() {
    return new org.apache.hadoop.fs.Path(address().toString(), "/");
  }

  @Override
  protected org.apache.hadoop.fs.Path getInitialWorkingDirectory() {
    return new org.apache.hadoop.fs.Path(address().toString(), "/");
  }

  @Override
  public File pathToFile(org.apache.hadoop.fs.Path path) {
    checkPath(path);
    return new File(folder(), path.toUri().getPath());
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
}
