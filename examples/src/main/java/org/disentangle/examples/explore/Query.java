// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The values behind the question mark of an address, each given once, and none that is unknown. */
record Query(Map<String, String> values) {

  /**
   * @param raw as it was sent; null for none
   * @param allowed names that mean something
   * @throws Refused if a name means nothing or stands there twice, or an escape is broken
   */
  static Query of(String raw, Set<String> allowed) {
    Map<String, String> values = new TreeMap<>();
    for (String item : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
      String[] parts = item.split("=", 2);
      String name = decoded(parts[0]);
      if (!allowed.contains(name)) {
        throw Refused.value("address", name, "only " + String.join(", ", allowed));
      }
      if (values.put(name, decoded(parts.length < 2 ? "" : parts[1])) != null) {
        throw Refused.value(name, "it twice", "it once");
      }
    }
    return new Query(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refused.value("address", text, "two hexadecimal digits after each %");
    }
  }

  /** The value as it was given, or another if it was not. */
  String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /**
   * A whole number.
   *
   * @throws Refused if it is not given, not a whole number, or outside
   */
  long whole(String name, long least, long largest) {
    String text = values.get(name);
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= largest) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, as numbers outside are
    }
    throw Refused.value(name, text, "a whole number from " + least + " to " + largest);
  }

  /** The same, or another value if it is not given. */
  long whole(String name, long least, long largest, long otherwise) {
    return values.containsKey(name) ? whole(name, least, largest) : otherwise;
  }
}
