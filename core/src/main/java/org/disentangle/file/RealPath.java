// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.disentangle.stage.QualifiedPath;

/**
 * Where a place lies once links and mounts are followed, so that it has one spelling. What is not
 * there yet keeps its names below what is.
 */
record RealPath(FileSystem files, Path path) {

  static RealPath of(Place place) throws IOException {
    return of(place.files(), place.path());
  }

  private static RealPath of(FileSystem files, Path path) throws IOException {
    try {
      Path found = follow(files, path);
      FileSystem owner = found.getFileSystem(files.getConf());
      return isLocal(path) || !isLocal(found)
          ? new RealPath(owner, found)
          : of(owner, found); // a mount of the local disk, which has its own links
    } catch (FileNotFoundException | ParentNotDirectoryException | FileSystemException missing) {
      Path above = path.getParent();
      if (above == null) {
        return new RealPath(files, path);
      }
      RealPath parent = of(files, above);
      return new RealPath(parent.files, QualifiedPath.child(parent.path, path.getName()));
    }
  }

  private static Path follow(FileSystem files, Path path) throws IOException {
    return isLocal(path)
        ? Place.path(java.nio.file.Path.of(text(path)).toRealPath())
        : files.resolvePath(path);
  }

  private static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  private static String text(Path path) {
    return path.toUri().getPath();
  }

  /** Whether it lies on the local disk, which may have links. */
  boolean isLocal() {
    return isLocal(path);
  }

  /** The same on the local disk. */
  java.nio.file.Path local() {
    return java.nio.file.Path.of(text(path));
  }

  /** Another place of the same file system, itself without links in its path. */
  RealPath other(java.nio.file.Path local) {
    return new RealPath(files, Place.path(local));
  }

  boolean isSame(RealPath other) {
    return sameFiles(other) && trimmed().equals(other.trimmed());
  }

  /** Whether the other one lies below. */
  boolean holds(RealPath other) {
    return sameFiles(other) && other.trimmed().startsWith(trimmed() + "/");
  }

  private String trimmed() {
    String text = text(path);
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** A file system takes only its own paths, however its address is written. */
  private boolean sameFiles(RealPath other) {
    try {
      files.makeQualified(other.path);
      return true;
    } catch (IllegalArgumentException foreign) {
      return false;
    }
  }
}
