// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.disentangle.file.Signature;
import org.disentangle.stage.QualifiedPath;

/** The pictures below a folder, at any depth, and a count of what else lies there. */
final class FolderListing {

  private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "jpe", "jfif");
  private static final Set<String> SIGNATURES = Set.of("a PNG file", "a JPEG file");
  private static final int DEEPEST = 100;

  /** Things of one kind that are left out. */
  private static final class Kind {
    private final String first;
    private int count;

    Kind(String first) {
      this.first = first;
    }
  }

  private final FileSystem files;
  private final Path root;
  private final FileChoice choice;
  private final List<FileStatus> pictures = new ArrayList<>();
  private final Map<String, Kind> others = new TreeMap<>();
  private int folders;

  private FolderListing(FileSystem files, Path root, FileChoice choice) {
    this.files = files;
    this.root = root;
    this.choice = choice;
  }

  /** Looks through a folder; a file is taken whatever its name is. */
  static FolderListing of(FileSystem files, FileStatus root, FileChoice choice) throws IOException {
    FolderListing listing = new FolderListing(files, root.getPath(), choice);
    if (root.isFile()) {
      listing.pictures.add(root);
    } else {
      listing.add(root.getPath(), 1);
      listing.pictures.sort(Comparator.comparing(file -> file.getPath().toString()));
    }
    return listing;
  }

  /** The folder, or the one file, with its file system. */
  Path root() {
    return root;
  }

  /** Sorted by their paths. */
  List<FileStatus> pictures() {
    return pictures;
  }

  /** One line for each kind of thing that is left out, such as "2 .txt files, such as a/b.txt". */
  List<String> leftOut() {
    return others.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s, such as %s",
                    counted(entry.getValue().count, entry.getKey()),
                    entry.getValue().first))
        .toList();
  }

  /** What lies there, such as "3 .txt files and 2 folders", for a folder without pictures. */
  String content() {
    List<String> content = new ArrayList<>();
    others.forEach((kind, counted) -> content.add(counted(counted.count, kind)));
    if (folders > 0) {
      content.add(counted(folders, "folder"));
    }
    return content.isEmpty() ? "an empty folder" : "only " + String.join(", ", content);
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
  }

  private void add(Path folder, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException(
          String.format(
              Locale.ROOT, "more than %d folders inside each other: a link leads back", DEEPEST));
    }
    for (FileStatus each : files.listStatus(folder)) {
      String name = each.getPath().getName();
      if (name.startsWith(".")) {
        leaveOut(each.isDirectory() ? "hidden folder" : "hidden file", each);
      } else if (each.isDirectory()) {
        folders++;
        if (choice.recursive()) {
          add(each.getPath(), depth + 1);
        }
      } else {
        addFile(each, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
      }
    }
  }

  private void addFile(FileStatus file, String ending) throws IOException {
    boolean ends = file.getPath().getName().contains(".");
    if (!choice.takes(below(file))) {
      leaveOut("unmatched file", file);
    } else if (ends ? PICTURES.contains(ending) : beginsAsPicture(file.getPath())) {
      pictures.add(file);
    } else {
      leaveOut((ends ? "." + ending : "other") + " file", file);
    }
  }

  /** Whether a name, in lower case, ends as those of pictures do. */
  static boolean hasPictureEnding(String name) {
    return PICTURES.contains(name.substring(name.lastIndexOf('.') + 1)) && name.contains(".");
  }

  private String below(FileStatus file) {
    String folder = root.toString();
    return file.getPath()
        .toString()
        .substring(folder.endsWith("/") ? folder.length() : folder.length() + 1);
  }

  private boolean beginsAsPicture(Path file) throws IOException {
    try (FSDataInputStream stream = QualifiedPath.open(file, files.getConf())) {
      return Signature.of(stream).filter(SIGNATURES::contains).isPresent();
    }
  }

  private void leaveOut(String kind, FileStatus file) {
    others.computeIfAbsent(kind, key -> new Kind(file.getPath().toString())).count++;
  }
}
