// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.file.Signature;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * How the first file of a table begins, which shows what kind of file it is.
 *
 * @param file the file itself, or the first by name of a folder that is not hidden
 * @param length in bytes
 * @param begin the first {@link Signature#BYTES} bytes, or all
 */
record FirstFile(Path file, long length, byte[] begin) {

  private static final InputErrors ERRORS = new InputErrors("disentangle");

  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

  /**
   * Looks at a path where something is.
   *
   * @throws org.disentangle.error.InvalidInputException if it is a pipe, or a folder without files
   */
  static FirstFile of(String path, Configuration conf) {
    try {
      QualifiedPath place = QualifiedPath.of(ERRORS, path, conf);
      FileSystem files = place.files();
      FileStatus[] matches =
          place.exists(ERRORS, null)
              ? new FileStatus[] {files.getFileStatus(place.path())}
              : files.globStatus(place.path());
      Optional<FileStatus> found = first(matches == null ? new FileStatus[0] : matches, files);
      if (found.isEmpty()) {
        throw ERRORS.file(
            path,
            "a folder without files",
            "a table, as CSV or Parquet",
            "Names that begin with _ or . are passed over.",
            null);
      }
      return of(found.get(), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FirstFile of(FileStatus found, FileSystem files) throws IOException {
    requireFile(found.getPath());
    try (InputStream bytes = files.open(found.getPath())) {
      return new FirstFile(found.getPath(), found.getLen(), bytes.readNBytes(Signature.BYTES));
    }
  }

  private static Optional<FileStatus> first(FileStatus[] matches, FileSystem files)
      throws IOException {
    FileStatus[] sorted = matches.clone();
    Arrays.sort(sorted, Comparator.comparing(FileStatus::getPath));
    for (FileStatus status : sorted) {
      Optional<FileStatus> found =
          status.isFile() ? Optional.of(status) : first(visible(status, files), files);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static FileStatus[] visible(FileStatus folder, FileSystem files) throws IOException {
    return Arrays.stream(files.listStatus(folder.getPath()))
        .filter(status -> !"_.".contains(status.getPath().getName().substring(0, 1)))
        .toArray(FileStatus[]::new);
  }

  /** What can be read once only is gone when its kind is known. */
  private static void requireFile(Path path) {
    String scheme = path.toUri().getScheme();
    if ((scheme == null || scheme.equals("file"))
        && !Files.isRegularFile(java.nio.file.Path.of(path.toUri().getPath()))) {
      throw ERRORS.file(
          path.toUri().getPath(),
          "a pipe or device, which can be read only once",
          "a file or folder",
          "Write it to a file first.",
          null);
    }
  }

  /** Whether it begins as Parquet does, or ends within that beginning. */
  boolean isParquet() {
    return begin.length > 1
        && begins(Arrays.copyOf(PARQUET, Math.min(begin.length, PARQUET.length)));
  }

  boolean begins(byte... bytes) {
    return begin.length >= bytes.length
        && Arrays.equals(begin, 0, bytes.length, bytes, 0, bytes.length);
  }

  /** What it is, in words. */
  String described() {
    return Signature.describe(begin, length, "that are neither text nor Parquet");
  }
}
