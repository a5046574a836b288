// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;

/** Assertions on what {@code load()} refuses. */
public final class Refusals {

  private Refusals() {}

  /** Loading is refused in the usual form, and the message contains these parts. */
  public static void assertRefused(String source, DataFrameReader reader, String... parts) {
    String message = assertThrows(IllegalArgumentException.class, reader::load).getMessage();
    assertTrue(message.startsWith(source + ": "), message);
    List<String> lines = message.lines().toList();
    assertTrue(lines.size() <= 2, message);
    assertTrue(lines.get(0).contains("; expected "), message);
    for (String part : parts) {
      assertTrue(
          message.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)),
          () -> "no '" + part + "' in: " + message);
    }
  }
}
