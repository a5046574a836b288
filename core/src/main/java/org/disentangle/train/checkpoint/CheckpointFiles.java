// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.checkpoint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.train.checkpoint.CheckpointStore.Checkpoint;

/**
 * The checkpoint files of one directory on any Hadoop file system. A file is written aside and then
 * renamed, so one with a checkpoint's name is whole unless something damaged it later.
 */
final class CheckpointFiles {

  private static final Pattern NAME = Pattern.compile("checkpoint-\\d{12,}\\.bin");
  private static final Pattern NAME_ASIDE = Pattern.compile("\\.checkpoint-.*\\.aside");

  private final Path directory;
  private final FileSystem files;

  CheckpointFiles(String directory, Configuration hadoop) throws IOException {
    Path path = new Path(directory);
    this.files = path.getFileSystem(hadoop);
    this.directory = files.makeQualified(path);
  }

  /** See {@link CheckpointOwner#claim}. */
  CheckpointOwner claim() throws IOException {
    return CheckpointOwner.claim(files, directory);
  }

  Path directory() {
    return directory;
  }

  boolean isFile() throws IOException {
    return files.exists(directory) && !files.getFileStatus(directory).isDirectory();
  }

  /** Names of everything in the directory but hidden files, in order; empty if it is missing. */
  List<String> visibleNames() throws IOException {
    return Arrays.stream(list())
        .map(status -> status.getPath().getName())
        .filter(name -> !name.startsWith("."))
        .sorted()
        .toList();
  }

  static boolean isCheckpoint(String name) {
    return NAME.matcher(name).matches();
  }

  List<Path> newestFirst() throws IOException {
    List<Path> paths = new ArrayList<>();
    oldestFirst().forEach(file -> paths.add(0, file.getPath()));
    return paths;
  }

  List<FileStatus> oldestFirst() throws IOException {
    return Arrays.stream(list())
        .filter(file -> isCheckpoint(file.getPath().getName()))
        .sorted(Comparator.comparing(file -> file.getPath().getName()))
        .toList();
  }

  /** Where a run was when it wrote this file. */
  static long iteration(Path checkpoint) {
    return Long.parseLong(checkpoint.getName().replaceAll("\\D", ""));
  }

  Checkpoint read(Path path) throws IOException {
    try (DataInputStream in = files.open(path)) {
      return CheckpointFormat.read(in);
    }
  }

  /**
   * Writes a checkpoint, in place of one of the same iteration if there is one: the run was then
   * resumed from an older one, which stays.
   */
  Path write(Checkpoint checkpoint) throws IOException {
    String name =
        String.format(Locale.ROOT, "checkpoint-%012d.bin", checkpoint.state().iteration());
    Path aside =
        new Path(directory, String.format(Locale.ROOT, ".%s.%s.aside", name, UUID.randomUUID()));
    Path path = new Path(directory, name);
    files.mkdirs(directory);
    try {
      try (DataOutputStream out = files.create(aside, false)) {
        CheckpointFormat.write(checkpoint, out);
      }
      files.delete(path, false);
      if (!files.rename(aside, path)) {
        throw new IOException(
            String.format(Locale.ROOT, "Could not rename %s to %s.", aside, path));
      }
    } catch (IOException e) {
      deleteQuietly(aside, e);
      throw e;
    } catch (FSError e) {
      IOException failure = failure(e);
      deleteQuietly(aside, failure);
      throw failure;
    }
    return path;
  }

  /** What Hadoop throws as an error where a local disk is full: such a run can go on later. */
  static IOException failure(FSError e) {
    return new IOException(e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
  }

  private void deleteQuietly(Path aside, IOException failure) {
    try {
      files.delete(aside, false);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Deletes all other checkpoints, and what an interrupted run left half-written. */
  void keepOnly(Collection<Path> kept) throws IOException {
    for (FileStatus status : list()) {
      Path path = status.getPath();
      String name = path.getName();
      boolean ours = isCheckpoint(name) || NAME_ASIDE.matcher(name).matches();
      if (ours && !kept.contains(path)) {
        files.delete(path, false);
      }
    }
  }

  private FileStatus[] list() throws IOException {
    return files.exists(directory) ? files.listStatus(directory) : new FileStatus[0];
  }
}
