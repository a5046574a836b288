// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.SparkSession;
import org.disentangle.error.InvalidInputException;

/**
 * A path as somebody wrote it, together with its file system: the one place where text becomes a
 * path and where file systems are opened. Characters such as {@code [ ] { } * ?} are parts of names
 * here and never patterns.
 *
 * @param path with scheme and from the root on, so that it means the same in any working directory
 * @param files the file system it lies on
 */
public record QualifiedPath(Path path, FileSystem files) {

  /** Spark's own switch for the patterns that its readers take paths for. */
  private static final String PATTERNS = "__globPaths__";

  /** What is done with a file system. */
  @FunctionalInterface
  private interface Use<V> {
    V on(FileSystem files) throws IOException;
  }

  /**
   * A path that no option or parameter names.
   *
   * @throws InvalidInputException if the text is no path, or its file system is unknown or cannot
   *     be opened
   */
  public static QualifiedPath of(InputErrors errors, String text, Configuration hadoop) {
    return of(errors, null, text, hadoop);
  }

  /**
   * The value of an option or parameter.
   *
   * @param name of the option or parameter, which errors then say; null if none is to be said
   * @throws InvalidInputException as {@link #of(InputErrors, String, Configuration)}
   */
  public static QualifiedPath of(
      InputErrors errors, String name, String text, Configuration hadoop) {
    Path path = errors.path(name, text);
    try {
      FileSystem files = path.getFileSystem(hadoop);
      Path qualified = files.makeQualified(path);
      FileNameCharset.require(errors, qualified);
      return new QualifiedPath(qualified, files);
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) { // whatever connectors throw
      throw Unreachable.of(path, e, hadoop).refusal(errors, name);
    }
  }

  /**
   * The same path on a file system that writes no checksum files beside others, which other readers
   * of a folder take for data.
   */
  public QualifiedPath withoutChecksums() {
    return new QualifiedPath(path, withoutChecksums(files));
  }

  /** The file system of a path, without checksum files as in {@link #withoutChecksums()}. */
  public static FileSystem fileSystem(Path path, Configuration hadoop) throws IOException {
    return withoutChecksums(path.getFileSystem(hadoop));
  }

  private static FileSystem withoutChecksums(FileSystem files) {
    return files instanceof LocalFileSystem local ? local.getRaw() : files;
  }

  /** A file or folder below this one; the name may have colons and slashes. */
  public QualifiedPath child(String name) {
    return new QualifiedPath(child(path, name), files);
  }

  /** A path below a folder; unlike Hadoop's constructor it takes names with colons. */
  public static Path child(Path folder, String name) {
    return new Path(folder, new Path(null, null, name));
  }

  /**
   * Whether something is there.
   *
   * @param name of the option or parameter; null if none is to be said
   * @throws InvalidInputException if the file system cannot say
   */
  public boolean exists(InputErrors errors, String name) {
    return using(errors, name, system -> isThere(system, path));
  }

  /**
   * Refuses a file system that cannot list files, as Spark's readers have to.
   *
   * @param name of the option or parameter; null if none is to be said
   * @throws InvalidInputException if it cannot
   */
  public void requireListable(InputErrors errors, String name) {
    using(errors, name, system -> isThere(system, path) ? system.listStatus(path) : null);
  }

  /**
   * Refuses a place where nothing can be written, before there is anything to write: a hidden file
   * is made in the folder, or the nearest one above it that is there, and deleted again.
   *
   * @param name of the option or parameter; null if none is to be said
   * @throws InvalidInputException if that fails
   */
  public void requireWritable(InputErrors errors, String name) {
    String trial = TrialFile.newName();
    try {
      Path folder = path;
      while (!folder.isRoot() && !isFolder(files, folder)) {
        folder = folder.getParent();
      }
      TrialFile.make(files, new Path(folder, trial));
    } catch (IOException
        | RuntimeException
        | LinkageError
        | FSError e) { // whatever connectors and disks throw
      throw Unreachable.of(path, e, files.getConf()).without("/" + trial).refusal(errors, name);
    }
  }

  private <V> V using(InputErrors errors, String name, Use<V> use) {
    try {
      return use.on(files);
    } catch (IOException | RuntimeException | LinkageError e) { // whatever connectors throw
      throw refused(errors, name, e);
    }
  }

  /**
   * What the file system threw, in the words of all others.
   *
   * @param name of the option or parameter; null if none is to be said
   */
  public InvalidInputException refused(InputErrors errors, String name, Throwable thrown) {
    return Unreachable.of(path, thrown, files.getConf()).refusal(errors, name);
  }

  private static boolean isThere(FileSystem files, Path path) throws IOException {
    try {
      files.getFileStatus(path);
      return true;
    } catch (FileNotFoundException | ParentNotDirectoryException e) {
      return false;
    }
  }

  private static boolean isFolder(FileSystem files, Path path) throws IOException {
    return isThere(files, path) && files.getFileStatus(path).isDirectory();
  }

  /**
   * Opens a file at its beginning, on the driver or an executor.
   *
   * @param path with its scheme
   */
  public static FSDataInputStream open(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    return hasColon(path) && files instanceof LocalFileSystem local
        ? local.getRaw().open(path)
        : files.open(path);
  }

  /**
   * Refuses a local file that Hadoop, and so Spark, cannot open: it looks for a checksum beside it,
   * under a name that must not have a colon. Folders may have one.
   *
   * @param name of the option or parameter; null if none is to be said
   * @throws InvalidInputException if it is one
   */
  public void requireReadableName(InputErrors errors, String name) {
    if (hasColon(path)
        && files instanceof LocalFileSystem
        && using(errors, name, system -> isThere(system, path) && !isFolder(system, path))) {
      throw errors.file(
          path,
          "a file whose name has a colon, which Hadoop cannot open",
          name == null ? "a name without" : "a name without (" + name + ")",
          "Rename the file; the folders above it may have colons.",
          null);
    }
  }

  private static boolean hasColon(Path path) {
    return path.getName().indexOf(':') >= 0;
  }

  /** Spark's reader, which then takes every path as it is written. */
  public static DataFrameReader reader(SparkSession session) {
    return session.read().option(PATTERNS, "false");
  }

  /** As {@code scheme:/path}. */
  @Override
  public String toString() {
    return path.toString();
  }
}
