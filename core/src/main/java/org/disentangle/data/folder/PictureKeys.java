// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The names that a table may call pictures by: the path below the folder, the same with the
 * folder's own name before it, or the name of the file; each also without its ending.
 */
final class PictureKeys {

  private static final int SEVERAL = -2;

  private final Map<String, Integer> exact = new HashMap<>();
  private final Map<String, Integer> stems = new HashMap<>();

  PictureKeys(FolderFiles files) {
    String root = files.root().substring(files.root().lastIndexOf('/') + 1);
    Map<String, Integer> names = new HashMap<>();
    Map<String, Integer> nameStems = new HashMap<>();
    for (int file = 0; file < files.paths().length; file++) {
      String below = files.below(file);
      exact.put(below, file);
      stems.merge(stem(below), file, (one, other) -> SEVERAL);
      String name = below.substring(below.lastIndexOf('/') + 1);
      names.merge(name, file, (one, other) -> SEVERAL);
      nameStems.merge(stem(name), file, (one, other) -> SEVERAL);
    }
    for (int file = 0; file < files.paths().length; file++) {
      exact.putIfAbsent(root + "/" + files.below(file), file);
    }
    names.forEach(exact::putIfAbsent);
    nameStems.forEach(stems::putIfAbsent);
  }

  private static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /** A key as it may be looked up, with slashes and nothing before the path. */
  static String normal(String key) {
    String slashes = key.replace('\\', '/');
    return slashes.startsWith("./") ? slashes.substring(2) : slashes;
  }

  /** Whether a text is the name of a picture by its ending, or of one that is there. */
  boolean namesPicture(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return FolderListing.hasPictureEnding(lower) || exact.containsKey(normal(key));
  }

  /** Whether a text is the name of a picture that is there, but for its ending. */
  boolean namesStem(String key) {
    return stems.containsKey(normal(key));
  }

  /**
   * The picture that a key names as it stands, else but for its ending; empty if there is none.
   *
   * @throws AmbiguousKey if there are several
   */
  Optional<Integer> file(String key) throws AmbiguousKey {
    String name = normal(key);
    Integer file = exact.containsKey(name) ? exact.get(name) : stems.get(name);
    if (file != null && file == SEVERAL) {
      throw new AmbiguousKey();
    }
    return Optional.ofNullable(file);
  }

  /** Several pictures have this name. */
  static final class AmbiguousKey extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
