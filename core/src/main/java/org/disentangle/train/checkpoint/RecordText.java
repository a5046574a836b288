package org.disentangle.train.checkpoint;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a record prints, taken apart: {@code a.b} and its value for {@code R[a=S[b=1]]}. */
final class RecordText {

  /** A named value that is no record, a named record that opens, another bracket, or a closing. */
  private static final Pattern PART =
      Pattern.compile("\\s*(?:(\\w+)=([^\\[\\],]*)(\\[)?|[^\\[\\],]*\\[|\\]|[^\\[\\],]+)");

  private RecordText() {}

  /** Values by the path of their names; those without a name carry their number. */
  static Map<String, String> flat(String text) {
    Map<String, String> values = new LinkedHashMap<>();
    Deque<String> names = new ArrayDeque<>();
    Matcher part = PART.matcher(text);
    while (part.find()) {
      if (part.group().equals("]")) {
        names.pollLast();
      } else if (part.group(1) != null && part.group(3) == null) {
        put(values, path(names, part.group(1)), part.group(2));
      } else if (part.group().endsWith("[")) {
        names.add(part.group(1) == null ? "" : part.group(1));
      } else if (!part.group().isBlank()) {
        put(values, path(names, ""), part.group().strip());
      }
    }
    return values;
  }

  private static String path(Deque<String> names, String last) {
    StringBuilder path = new StringBuilder();
    for (String name : names) {
      path.append(path.length() == 0 || name.isEmpty() ? name : "." + name);
    }
    return path.append(path.length() == 0 || last.isEmpty() ? last : "." + last).toString();
  }

  private static void put(Map<String, String> values, String path, String value) {
    String key = path;
    for (int number = 1; values.containsKey(key); number++) {
      key = path + "(" + number + ")";
    }
    values.put(key, value);
  }
}
