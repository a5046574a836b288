// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.disentangle.data.OptionReader;
import org.disentangle.stage.InputErrors;

/**
 * A regular expression whose named groups are factors. Groups are written {@code (?<name>...)} or,
 * as in Python, {@code (?P<name>...)}; their names may have underscores.
 *
 * @param text as it was given
 * @param names of the groups, in their order
 * @param compiled with the groups {@code g0}, {@code g1} and so on
 */
record PathPattern(String text, List<String> names, Pattern compiled) {

  static final String OPTION = "pattern";

  private static final Pattern GROUP =
      Pattern.compile("\\\\.|\\(\\?P?<([A-Za-z_]\\w*)>|\\(\\?P=([A-Za-z_]\\w*)\\)");

  /** Reads the option {@code pattern}. */
  static PathPattern parse(OptionReader options, String text) {
    List<String> names = new ArrayList<>();
    Matcher groups = GROUP.matcher(text.replaceAll("\\\\k<([A-Za-z_]\\w*)>", "(?P=$1)"));
    StringBuilder renamed = new StringBuilder();
    while (groups.find()) {
      String replacement = groups.group();
      if (groups.group(1) != null) {
        if (names.stream().anyMatch(groups.group(1)::equalsIgnoreCase)) {
          throw options.refuse(
              OPTION, "every group once", "Columns differ in more than upper and lower case.");
        }
        replacement = "(?<g" + names.size() + ">";
        names.add(groups.group(1));
      } else if (groups.group(2) != null) {
        replacement = "\\k<g" + names.indexOf(groups.group(2)) + ">";
      }
      groups.appendReplacement(renamed, Matcher.quoteReplacement(replacement));
    }
    groups.appendTail(renamed);
    try {
      Pattern compiled = Pattern.compile(renamed.toString());
      if (names.isEmpty()) {
        throw options.refuse(
            OPTION, "a regular expression with named groups, such as p(?<elevation>\\d+)");
      }
      return new PathPattern(text, List.copyOf(names), compiled);
    } catch (PatternSyntaxException e) {
      throw options.refuse(
          OPTION, "a regular expression", e.getDescription().replaceAll("[\\r\\n]+", " ") + ".");
    }
  }

  /**
   * The values of each group, one per file; the expression is looked for anywhere in a path.
   *
   * @throws org.disentangle.error.InvalidInputException naming a file that does not match, or where
   *     a group matches nothing
   */
  Map<String, List<String>> values(FolderFiles files) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    names.forEach(name -> values.put(name, new ArrayList<>()));
    for (int file = 0; file < files.paths().length; file++) {
      Matcher match = compiled.matcher(files.below(file));
      if (!match.find()) {
        throw refuse(files, file, "a path in which the pattern is not found");
      }
      for (int group = 0; group < names.size(); group++) {
        String value = match.group("g" + group);
        if (value == null || value.isEmpty()) {
          throw refuse(files, file, "a path without a value of group " + names.get(group));
        }
        values.get(names.get(group)).add(value);
      }
    }
    return values;
  }

  private org.disentangle.error.InvalidInputException refuse(
      FolderFiles files, int file, String found) {
    return new InputErrors(files.source())
        .file(
            files.paths()[file],
            found,
            "paths that match " + text,
            "Change the option pattern, or leave such files out with the option glob.",
            null);
  }
}
