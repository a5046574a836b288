// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.python;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Literals and docstrings of Python. */
final class PythonText {

  private static final int WIDTH = 96;

  /** Of Python's keywords those that Params and arguments are called. */
  private static final Set<String> KEYWORDS = Set.of("from", "lambda");

  private PythonText() {}

  /** Whether Python cannot take a name as it is. */
  static boolean isKeyword(String name) {
    return KEYWORDS.contains(name);
  }

  /** The name of an argument, which ends in "_" if Python needs it for itself. */
  static String argument(String name) {
    return isKeyword(name) ? name + "_" : name;
  }

  /** A value as a literal; arrays become tuples. */
  static String literal(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? "True" : "False";
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      return "float(" + quoted(number.toString().toLowerCase(Locale.ROOT)) + ")";
    }
    if (value.getClass().isArray()) {
      List<String> elements =
          IntStream.range(0, Array.getLength(value))
              .mapToObj(i -> literal(Array.get(value, i)))
              .toList();
      return elements.size() == 1
          ? "(" + elements.get(0) + ",)"
          : "(" + String.join(", ", elements) + ")";
    }
    return value.toString();
  }

  /** A text as one literal, or as several that Python joins, one per line. */
  static String literal(String text, String indent) {
    return wrapped(text, WIDTH - indent.length() - 3).stream()
        .map(PythonText::quoted)
        .collect(Collectors.joining("\n" + indent));
  }

  /** A docstring, indented, with the end of its line. */
  static String docstring(String text, String indent) {
    List<String> lines = wrapped(text.replace("\\", "\\\\"), WIDTH - indent.length() - 6);
    if (lines.size() == 1) {
      return indent + "\"\"\"" + lines.get(0).strip() + "\"\"\"\n";
    }
    return lines.stream()
        .map(String::strip)
        .collect(Collectors.joining("\n" + indent, indent + "\"\"\"", "\n" + indent + "\"\"\"\n"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  /** Cut after spaces, which stay at the ends. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("(?<= )")) {
      if (line.length() > 0 && line.length() + word.stripTrailing().length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
