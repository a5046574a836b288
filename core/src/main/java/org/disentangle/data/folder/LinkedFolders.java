// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Links on the local disk, the one file system here that has them. */
final class LinkedFolders {

  private final Set<java.nio.file.Path> seen = new HashSet<>();
  private final Queue<Path> waiting = new PriorityQueue<>();

  /** Keeps a folder for later if it is a link, so that real folders come first. */
  boolean offer(Path folder) {
    return isLocal(folder) && Files.isSymbolicLink(local(folder)) && waiting.add(folder);
  }

  /** The first of the links kept, by its path; null if there is none. */
  Path poll() {
    return waiting.poll();
  }

  /** Whether this is asked for the first time of the folder, by whatever path. */
  boolean isNew(Path folder) throws IOException {
    return !isLocal(folder) || seen.add(local(folder).toRealPath());
  }

  /** The links in a folder that lead nowhere, which a listing of Hadoop passes over. */
  static List<Path> broken(Path folder, FileStatus[] listed) throws IOException {
    if (!isLocal(folder)) {
      return List.of();
    }
    Set<String> known =
        Arrays.stream(listed).map(each -> each.getPath().getName()).collect(Collectors.toSet());
    List<Path> broken = new ArrayList<>();
    try (DirectoryStream<java.nio.file.Path> all = Files.newDirectoryStream(local(folder))) {
      for (java.nio.file.Path each : all) {
        String name = each.getFileName().toString();
        if (!known.contains(name)
            && !name.startsWith(".")
            && Files.isSymbolicLink(each)
            && !Files.exists(each)) {
          broken.add(new Path("file", null, each.toString()));
        }
      }
    }
    broken.sort(null);
    return broken;
  }

  /** Whether a path is one of the local disk. */
  static boolean isLocal(Path path) {
    return "file".equals(path.toUri().getScheme());
  }

  /** A path of the local disk, as Java's own. */
  static java.nio.file.Path local(Path path) {
    return java.nio.file.Path.of(path.toUri().getPath());
  }
}
