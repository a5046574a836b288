// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.explore;

import java.util.Locale;

/** A request that is answered with an error code and a line of plain text. */
final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1;
  private static final int MOST_SHOWN = 40;

  private final int status;

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** A value that is not the expected one: code 400. */
  static Refused value(String name, String found, String expected) {
    return new Refused(
        400, // Bad Request
        String.format(Locale.ROOT, "%s: found %s; expected %s.", name, shown(found), expected));
  }

  /** What somebody sent, shortened and without characters that are more than themselves. */
  private static String shown(String found) {
    if (found == null) {
      return "nothing";
    }
    String plain = found.replaceAll("[^\\w ,.:;=+-]", "?");
    return plain.length() > MOST_SHOWN
        ? "'" + plain.substring(0, MOST_SHOWN) + "...'"
        : "'" + plain + "'";
  }

  /** Of HTTP. */
  int status() {
    return status;
  }
}
