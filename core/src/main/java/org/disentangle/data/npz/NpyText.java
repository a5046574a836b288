// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text type of NumPy: bytes ({@code |S5}), which are taken for UTF-8, or characters of four bytes
 * ({@code <U5}); shorter texts end in zeros.
 *
 * @param charset of an element
 * @param bytes of an element, with the zeros
 */
record NpyText(Charset charset, int bytes) {

  private static final Pattern TYPE = Pattern.compile("[<>|=]?([SaU])([1-9]\\d{0,5})");

  /** The text type that NumPy writes so; empty for other types. */
  static Optional<NpyText> of(String type) {
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int length = Integer.parseInt(matcher.group(2));
    if (!matcher.group(1).equals("U")) {
      return Optional.of(new NpyText(StandardCharsets.UTF_8, length));
    }
    String order = type.startsWith(">") ? "BE" : "LE";
    return Optional.of(
        new NpyText(
            Charset.forName(String.format(Locale.ROOT, "UTF-32%s", order)),
            Math.multiplyExact(length, Integer.BYTES)));
  }

  /**
   * The text of an element.
   *
   * @throws CharacterCodingException if the bytes are no text
   */
  String decode(byte[] element) throws CharacterCodingException {
    CharBuffer text = charset.newDecoder().decode(ByteBuffer.wrap(element, 0, bytes));
    return text.toString().replaceAll("\0+$", "");
  }
}
