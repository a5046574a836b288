// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Python would: a dict, tuple, list, string, whole number, True, False or None, spelt in
 * any of the ways that Python takes them (either quote, a comma at the end, white space, the {@code
 * L} and {@code u} of Python 2).
 */
final class PythonLiteral {

  private static final Pattern BLANK = Pattern.compile("\\s*");
  private static final Pattern TEXT =
      Pattern.compile("[uUbBrR]?(?:'(?<single>[^'\\\\]*)'|\"(?<double>[^\"\\\\]*)\")");
  private static final Pattern NUMBER = Pattern.compile("(?<digits>[+-]?\\d+)[lL]?");
  private static final Pattern WORD = Pattern.compile("True|False|None");
  private static final int DEEPEST = 20;

  private final String text;
  private int at;
  private int depth;

  private PythonLiteral(String text) {
    this.text = text;
  }

  /**
   * The value of the whole text: Map, List (of tuples too), String, Long, Boolean, or null for
   * None.
   *
   * @throws IllegalArgumentException if it is not such a literal; the message says where
   */
  static Object parse(String text) {
    PythonLiteral literal = new PythonLiteral(text);
    Object value = literal.value();
    literal.next(BLANK);
    if (literal.at < text.length()) {
      throw literal.unexpected();
    }
    return value;
  }

  private Object value() {
    next(BLANK);
    if (take('{')) {
      return entries();
    }
    if (take('(')) {
      return items(')');
    }
    if (take('[')) {
      return items(']');
    }
    Matcher string = next(TEXT);
    if (string != null) {
      return string.group("single") != null ? string.group("single") : string.group("double");
    }
    Matcher number = next(NUMBER);
    if (number != null) {
      try {
        return Long.valueOf(number.group("digits"));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "the number %s", number.group()), e);
      }
    }
    Matcher word = next(WORD);
    if (word == null) {
      throw unexpected();
    }
    return word.group().equals("None") ? null : Boolean.valueOf(word.group());
  }

  /** A dict after its brace; of a key given twice the last counts, as in Python. */
  private Map<Object, Object> entries() {
    deeper();
    Map<Object, Object> entries = new LinkedHashMap<>();
    while (!closes('}')) {
      Object key = value();
      next(BLANK);
      if (!take(':')) {
        throw unexpected();
      }
      entries.put(key, value());
      separator('}');
    }
    depth--;
    return entries;
  }

  /** A tuple or list after its bracket; in brackets without a comma a value stands for itself. */
  private Object items(char close) {
    deeper();
    List<Object> items = new ArrayList<>();
    boolean comma = false;
    while (!closes(close)) {
      items.add(value());
      comma |= separator(close);
    }
    depth--;
    return close == ')' && items.size() == 1 && !comma ? items.get(0) : items;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw unexpected();
    }
  }

  private boolean closes(char close) {
    next(BLANK);
    return take(close);
  }

  /** Whether there is a comma; without one the end has to follow. */
  private boolean separator(char close) {
    next(BLANK);
    boolean comma = take(',');
    if (!comma && (at >= text.length() || text.charAt(at) != close)) {
      throw unexpected();
    }
    return comma;
  }

  private boolean take(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** What stands here, if it is of this kind. */
  private Matcher next(Pattern kind) {
    Matcher matcher = kind.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private IllegalArgumentException unexpected() {
    String rest = at < text.length() ? "'" + text.charAt(at) + "'" : "the end";
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s where Python expects otherwise (character %d)", rest, at));
  }
}
