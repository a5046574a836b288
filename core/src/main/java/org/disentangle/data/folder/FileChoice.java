// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;
import org.disentangle.data.OptionReader;

/**
 * Which pictures of a folder are taken.
 *
 * @param recursive whether folders in it are looked into
 * @param glob what names, or with a slash paths below the folder, have to match; null for all
 */
record FileChoice(boolean recursive, String glob) {

  static final FileChoice ALL = new FileChoice(true, null);

  static final String RECURSIVE = "recursive";
  static final String GLOB = "glob";

  /** Reads the options {@code recursive} and {@code glob}. */
  static FileChoice parse(OptionReader options) {
    boolean recursive = options.flag(RECURSIVE, true);
    String glob = options.text(GLOB).orElse(null);
    FileChoice choice = new FileChoice(recursive, glob);
    try {
      choice.matcher();
    } catch (PatternSyntaxException e) {
      throw options.refuse(
          GLOB, "a pattern of names such as *.png or image_{1,2}*", e.getDescription() + ".");
    }
    return choice;
  }

  private PathMatcher matcher() {
    return glob == null ? path -> true : FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /**
   * Whether a file is taken.
   *
   * @param below its path below the folder
   */
  boolean takes(String below) {
    if (glob == null) {
      return true;
    }
    try {
      Path path = Path.of(below);
      return matcher().matches(glob.contains("/") ? path : path.getFileName());
    } catch (InvalidPathException e) { // a name that this machine does not allow
      return false;
    }
  }

  /** What is expected of the folder, after the kinds of files. */
  String words() {
    return (recursive ? ", at any depth" : " directly in it")
        + (glob == null ? "" : ", that match " + glob);
  }
}
