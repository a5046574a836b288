// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.links.ExternalLink;
import io.jhdf.links.SoftLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.disentangle.error.InvalidInputException;

/**
 * Where paths with soft links lead: another path of the same file. A soft link that begins with a
 * slash counts from the root, another one from the group that it lies in.
 *
 * @param file that is open
 */
record LinkedPath(Hdf5File file, Hdf5File.Open open) {

  private static final int MOST_LINKS = 100;

  /**
   * The path without links.
   *
   * @return the path itself if it leads nowhere
   * @throws InvalidInputException if it leads into another file
   */
  String follow(String path) {
    Deque<String> rest = new ArrayDeque<>(parts(path));
    List<String> real = new ArrayList<>();
    Group group = open.hdf5();
    int links = 0;
    while (!rest.isEmpty()) {
      String part = rest.pop();
      Node child = group == null ? null : group.getChild(part);
      if (child instanceof ExternalLink link) {
        throw file.file()
            .refuse(
                String.format(
                    Locale.ROOT, "link %s to another file (%s)", path, link.getTargetPath()),
                "an array of this file; links to others are not followed",
                "Name that file, and the array in it.",
                null);
      }
      if (child instanceof SoftLink link && links < MOST_LINKS) {
        links++;
        String target = link.getTargetPath();
        List<String> parts = parts(target);
        for (int i = parts.size() - 1; i >= 0; i--) {
          rest.push(parts.get(i));
        }
        if (target.startsWith("/")) {
          real.clear();
          group = open.hdf5();
        }
        continue;
      }
      if (child == null || child.isLink()) {
        return path;
      }
      real.add(part);
      group = child instanceof Group inner ? inner : null;
    }
    return String.join("/", real);
  }

  private static List<String> parts(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeIf(part -> part.isEmpty() || part.equals("."));
    return parts;
  }
}
