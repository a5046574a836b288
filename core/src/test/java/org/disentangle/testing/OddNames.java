// SPDX-License-Identifier: Apache-2.0
package org.disentangle.testing;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of files and folders that programs easily get wrong, as far as this process has them. */
public final class OddNames {

  private static final CharsetEncoder NAMES =
      Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder();

  /** All of it in one. */
  public static final String WORST = "x [1]{a,b}*?\\%41+#=:" + (NAMES.canEncode("é") ? "é" : "e");

  /** Names with patterns, each with another name that its pattern matches. */
  private static final Map<String, String> PATTERNS =
      Map.of("run[1]", "run1", "r{u}n", "run", "a*", "ab", "a?c", "abc", "a\\b", "ab");

  private static final List<String> OTHERS =
      List.of("a b", "a ", "100%", "a%20b", "größe", "a:b", "#1", "a,b", "a=b", "_a", WORST);

  private OddNames() {}

  /**
   * Those that stand for the rest where a test needs seconds per name: {@link #WORST} has the
   * letters of all others in it, but an underscore at the beginning and a percent sign that begins
   * no escape.
   */
  public static Stream<String> few() {
    return Stream.concat(PATTERNS.keySet().stream().sorted(), Stream.of("100%", "_a", WORST));
  }

  public static Stream<String> all() {
    return Stream.concat(
        PATTERNS.keySet().stream().sorted(), OTHERS.stream().filter(NAMES::canEncode));
  }

  /** A name that this one matches, taken as a pattern; some other name if it is no pattern. */
  public static String decoy(String name) {
    return PATTERNS.getOrDefault(name, "other");
  }
}
