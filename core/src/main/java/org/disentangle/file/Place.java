// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.ParentNotDirectoryException;
import org.apache.hadoop.fs.Path;
import org.disentangle.error.InvalidInputException;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.QualifiedPath;

/**
 * A file or folder on any file system that Hadoop knows, there already or yet to be written. Paths
 * without a scheme are of Hadoop's default file system, the local one unless {@code fs.defaultFS}
 * says otherwise. On the local disk no checksum files are written beside others.
 */
public final class Place {

  private static final Set<String> MOVING_AT_ONCE = Set.of("file", "hdfs", "webhdfs");

  private final String given;
  private final Path path;
  private final FileSystem files;

  private Place(String given, Path path, FileSystem files) {
    this.given = given;
    this.path = path;
    this.files = files;
  }

  /**
   * The place that somebody named.
   *
   * @param name of the option or parameter that names it
   * @throws InvalidInputException if the text is no path, or of a file system that is unknown or
   *     cannot be reached
   */
  public static Place of(InputErrors errors, String name, String text, Configuration hadoop) {
    QualifiedPath found = QualifiedPath.of(errors, name, text, hadoop).withoutChecksums();
    return new Place(text, found.path(), found.files());
  }

  /** A place on the local disk. */
  public static Place of(java.nio.file.Path local) {
    try {
      Path path = path(local);
      return new Place(local.toString(), path, QualifiedPath.fileSystem(path, new Configuration()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not by its URI, which ends with a slash where a folder is. */
  static Path path(java.nio.file.Path local) {
    return new Path("file", null, local.toAbsolutePath().toString());
  }

  /** A file or folder in this folder. */
  public Place child(String name) {
    String text = QualifiedPath.child(new Path(given), name).toString();
    return new Place(text, QualifiedPath.child(path, name), files);
  }

  /** The place beside this one that has this name with something at its end. */
  public Place beside(String end) {
    Path beside =
        path.isRoot()
            ? new Path(path, end)
            : QualifiedPath.child(path.getParent(), path.getName() + end);
    return new Place(new Path(given) + end, beside, files);
  }

  /** A place in the same folder, such as a hidden one for what is not whole yet. */
  public Place sibling(String name) {
    Path aside = QualifiedPath.child(path.getParent(), name);
    return new Place(aside.toString(), aside, files);
  }

  /** Where a folder of tables lies until it is whole, beside this place. */
  public Place part() {
    return sibling(String.format(Locale.ROOT, "_%s.part", name()));
  }

  /** The last name of the path. */
  public String name() {
    return path.getName();
  }

  /** With scheme and from the root on: the same place in any working directory. */
  public Path path() {
    return path;
  }

  /** The same place without links and mounts in its path. */
  public Place real() {
    try {
      RealPath real = RealPath.of(this);
      return new Place(real.path().toUri().getPath(), real.path(), real.files());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder it lies in; empty for the root. */
  public Optional<Place> parent() {
    return Optional.ofNullable(path.getParent())
        .map(above -> new Place(above.toUri().getPath(), above, files));
  }

  /** Its file system. */
  public FileSystem files() {
    return files;
  }

  /**
   * Refuses a place that cannot be written, before there is anything to write.
   *
   * @param name of the option or parameter
   * @throws InvalidInputException if it lies below a file, is a device, or its folder cannot be
   *     written to
   */
  public void requireWritable(InputErrors errors, String name) {
    fileAbove()
        .ifPresent(
            file -> {
              throw errors.file(
                  this,
                  String.format(Locale.ROOT, "the file %s where a folder would be", file),
                  "a place below folders (" + name + ")",
                  null);
            });
    if (isDevice()) {
      throw errors.parameter(name, this, "a file or folder, and found a device", null);
    }
    new QualifiedPath(path, files).requireWritable(errors, name);
  }

  /**
   * Whether a device, pipe or socket is there, or a link to what the system has opened, such as
   * {@code /dev/stdout}: what takes its place as a file is no longer what programs open there.
   */
  boolean isDevice() {
    return isLocal() && DeviceFile.isAt(java.nio.file.Path.of(path.toUri().getPath()));
  }

  /** Whether it lies on the local disk. */
  boolean isLocal() {
    return "file".equals(path.toUri().getScheme());
  }

  /** Whether anything is there; nothing is below a file. */
  public boolean exists() {
    try {
      return files.exists(path);
    } catch (ParentNotDirectoryException fileAbove) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a folder is there. */
  public boolean isFolder() {
    try {
      return exists() && files.getFileStatus(path).isDirectory();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What Spark's readers may find by this path: itself, and what it matches as a pattern. */
  public List<Place> matches() {
    try {
      FileStatus[] found = files.globStatus(path);
      return Stream.concat(
              Stream.of(this).filter(Place::exists),
              Arrays.stream(found == null ? new FileStatus[0] : found)
                  .map(FileStatus::getPath)
                  .filter(match -> !match.equals(path))
                  .map(match -> new Place(match.toUri().getPath(), match, files)))
          .toList();
    } catch (IOException | RuntimeException noPattern) {
      return List.of(this);
    }
  }

  /** The first file where a folder above this place would have to be. */
  public Optional<Place> fileAbove() {
    Optional<Place> above = parent();
    while (above.isPresent() && !above.get().exists()) {
      above = above.get().parent();
    }
    return above.filter(place -> !place.isFolder());
  }

  /** Names in this folder, in order; empty if it is missing or a file. */
  public List<String> names() {
    try {
      return isFolder()
          ? Arrays.stream(files.listStatus(path))
              .map(status -> status.getPath().getName())
              .sorted()
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in this file, as UTF-8. */
  public String text() throws IOException {
    try (InputStream in = files.open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes a new file in place, making its folder if need be. */
  public void create(byte[] content) throws IOException {
    makeFolder(path.getParent());
    try (OutputStream out = files.create(path, false)) {
      out.write(content);
    }
  }

  /** Makes a folder, and those above it. */
  public void makeFolder() throws IOException {
    makeFolder(path);
  }

  private void makeFolder(Path folder) throws IOException {
    if (!files.mkdirs(folder)) {
      throw new IOException(String.format(Locale.ROOT, "The folder %s cannot be made.", folder));
    }
  }

  /** Deletes it with all in it; links are deleted and not followed; nothing may be there. */
  public void delete() throws IOException {
    files.delete(path, true);
  }

  /** Whether its file system moves a folder at once, whatever is in it, and copies nothing. */
  public boolean movesAtOnce() {
    return MOVING_AT_ONCE.contains(path.toUri().getScheme());
  }

  /**
   * Takes the place of what is at another one, on the same file system, which is deleted when this
   * one is there; before that only where a file system copies what it moves.
   *
   * @throws IOException if that fails; what was there is there again
   */
  public void replace(Place target) throws IOException {
    if (!target.exists() || (isLocal() && !target.isFolder())) {
      moveTo(target);
    } else if (movesAtOnce()) {
      Place old =
          target.sibling(
              String.format(Locale.ROOT, ".%s%s.old.part", target.name(), UUID.randomUUID()));
      target.moveTo(old);
      try {
        moveTo(target);
      } catch (IOException | RuntimeException e) {
        old.moveTo(target);
        throw e;
      }
      old.delete();
    } else {
      target.delete();
      moveTo(target);
    }
    if (isLocal()) { // checksums of what was there before, by Hadoop's own local writers
      files.delete(
          QualifiedPath.child(target.path.getParent(), "." + target.name() + ".crc"), false);
    }
  }

  private void moveTo(Place target) throws IOException {
    if (!files.rename(path, target.path)) {
      throw new IOException(
          String.format(Locale.ROOT, "%s could not be moved to %s", path, target.path));
    }
  }

  /** As it was given. */
  @Override
  public String toString() {
    return given;
  }
}
