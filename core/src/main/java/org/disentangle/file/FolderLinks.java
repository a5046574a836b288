// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/**
 * Where the links in a local folder lead, and those in the folders they lead to. Every real folder
 * is looked through once, whatever leads back; of its files only the links are looked at.
 */
final class FolderLinks {

  /** Is told of every link that leads anywhere. */
  @FunctionalInterface
  interface Listener {
    /**
     * @param link from the folder on, as a reader spells it that follows links
     * @param target what it leads to in the end
     */
    void link(String link, Path target);
  }

  /** A folder to look through. */
  private record Found(Path folder, Path spelling) {}

  /** What the kernel makes up; no data lies there. */
  private static final List<Path> SYSTEM =
      List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

  private final Set<Path> seen = new HashSet<>();
  private final Queue<Found> folders = new ArrayDeque<>();
  private final Listener listener;

  private FolderLinks(Listener listener) {
    this.listener = listener;
  }

  /**
   * Looks through a folder; what cannot be read is passed over.
   *
   * @param folder without links in its path; a file or nothing has no links
   */
  static void visit(Path folder, Listener listener) throws IOException {
    FolderLinks links = new FolderLinks(listener);
    links.folders.add(new Found(folder, Path.of("")));
    while (!links.folders.isEmpty()) {
      links.visit(links.folders.remove());
    }
  }

  private void visit(Found found) throws IOException {
    Files.walkFileTree(
        found.folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SYSTEM.contains(folder) || !seen.add(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
              follow(file, found.spelling.resolve(found.folder.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void follow(Path link, Path spelling) {
    Path target;
    try {
      target = link.toRealPath();
    } catch (IOException broken) { // nothing is read through it
      return;
    }
    listener.link(spelling.toString(), target);
    if (!seen.contains(target) && Files.isDirectory(target)) {
      folders.add(new Found(target, spelling));
    }
  }
}
