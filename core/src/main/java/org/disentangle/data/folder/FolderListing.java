// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.io.IOException;
import java.io.InputStream;
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
import org.disentangle.error.Counted;
import org.disentangle.file.Signature;
import org.disentangle.stage.QualifiedPath;

/**
 * The pictures below a folder, at any depth, and a count of what else lies there. Links are
 * followed, and every folder is looked through once: where it lies, else by the first link to it.
 */
final class FolderListing {

  /** The kinds that are read, for messages. */
  static final String KINDS = "PNG, JPEG, PGM or PPM files";

  private static final Set<String> PICTURES =
      Set.of("png", "jpg", "jpeg", "jpe", "jfif", "pgm", "ppm", "pnm");
  private static final Set<String> SIGNATURES =
      Set.of("a PNG file", "a JPEG file", "a PGM file", "a PPM file");

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
  private final List<String> unwritable = new ArrayList<>();
  private final LinkedFolders linked = new LinkedFolders();
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
      listing.addAll();
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

  /** Pictures and folders that no path as text leads to, as far as their names can be shown. */
  List<String> unwritable() {
    return unwritable;
  }

  /** One line for each kind of thing that is left out, such as "2 .txt files, such as a/b.txt". */
  List<String> leftOut() {
    return others.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s, such as %s",
                    Counted.of(entry.getValue().count, entry.getKey()),
                    entry.getValue().first))
        .toList();
  }

  /** What lies there, such as "3 .txt files and 2 folders", for a folder without pictures. */
  String content() {
    List<String> content = new ArrayList<>();
    others.forEach((kind, counted) -> content.add(Counted.of(counted.count, kind)));
    if (folders > 0) {
      content.add(Counted.of(folders, "folder"));
    }
    return content.isEmpty() ? "an empty folder" : "only " + String.join(", ", content);
  }

  private void addAll() throws IOException {
    addNew(root);
    for (Path link = linked.poll(); link != null; link = linked.poll()) {
      addNew(link);
    }
  }

  private void addNew(Path folder) throws IOException {
    if (linked.isNew(folder)) {
      add(folder);
    } else {
      leaveOut("repeated folder", folder);
    }
  }

  private void add(Path folder) throws IOException {
    FileStatus[] found = files.listStatus(folder);
    for (FileStatus each : found) {
      String name = each.getPath().getName();
      if (name.startsWith(".")) {
        leaveOut(each.isDirectory() ? "hidden folder" : "hidden file", each.getPath());
      } else if (each.isDirectory()) {
        addFolder(each.getPath());
      } else {
        addFile(each, name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
      }
    }
    LinkedFolders.broken(folder, found).forEach(link -> leaveOut("broken link", link));
    if (LinkedFolders.isLocal(folder)) {
      unwritable.addAll(UnwritableNames.in(LinkedFolders.local(folder), choice));
    }
  }

  private void addFolder(Path folder) throws IOException {
    folders++;
    if (choice.recursive() && !linked.offer(folder)) {
      addNew(folder);
    }
  }

  private void addFile(FileStatus file, String ending) throws IOException {
    boolean ends = file.getPath().getName().contains(".");
    if (!choice.takes(below(file))) {
      leaveOut("unmatched file", file.getPath());
    } else if (ends ? PICTURES.contains(ending) : beginsAsPicture(file.getPath())) {
      pictures.add(file);
    } else {
      leaveOut((ends ? "." + ending : "other") + " file", file.getPath());
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
      return beginsAsPicture(stream);
    }
  }

  /** Whether the first bytes are those of a picture. */
  static boolean beginsAsPicture(InputStream stream) throws IOException {
    return Signature.of(stream).filter(SIGNATURES::contains).isPresent();
  }

  private void leaveOut(String kind, Path path) {
    others.computeIfAbsent(kind, key -> new Kind(path.toString())).count++;
  }
}
