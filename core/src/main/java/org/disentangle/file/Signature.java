// SPDX-License-Identifier: Apache-2.0
package org.disentangle.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What kind of file bytes come from, recognised by how they begin, so that the refusal of a file of
 * the wrong kind can name the kind it is. Names of files are not looked at.
 *
 * <pre>{@code
 * Signature.of(stream).ifPresent(kind -> ...);           // "an HDF5 file"
 * Signature.describe(begin, length, "that are no PNG");  // "20 bytes of text that begin 'These'"
 * }</pre>
 */
public final class Signature {

  /** The number of first bytes that is enough for every kind. */
  public static final int BYTES = 512;

  private static final int SHOWN = 24;

  private Signature() {}

  /**
   * The kind of a file.
   *
   * @param begin its first {@link #BYTES} bytes, or all of them; more are ignored
   * @return a noun with its article, such as "a GIF file" or "a NumPy archive (.npz)"; empty for
   *     text and for bytes of no known kind
   */
  public static Optional<String> of(byte[] begin) {
    return KnownKinds.of(begin);
  }

  /** The same for the next bytes of a stream, of which {@link #BYTES} are read. */
  public static Optional<String> of(InputStream stream) throws IOException {
    return of(stream.readNBytes(BYTES));
  }

  /**
   * Says in words what the bytes of a file are: nothing, a file of a known kind, text and how it
   * begins, or their number.
   *
   * @param begin its first {@link #BYTES} bytes, or all of them
   * @param length bytes of the whole file
   * @param unknown what is said of bytes of no known kind, such as "that are no NumPy archive"
   */
  public static String describe(byte[] begin, long length, String unknown) {
    if (length == 0) {
      return "no bytes at all";
    }
    Optional<String> kind = of(begin);
    if (kind.isPresent()) {
      return kind.get();
    }
    int shown = Math.min(begin.length, SHOWN);
    String text = new String(begin, 0, shown, StandardCharsets.ISO_8859_1);
    return isText(text)
        ? length + " bytes of text that begin '" + text.strip().replaceAll("\\s+", " ") + "'"
        : length + " bytes " + unknown;
  }

  private static boolean isText(String begin) {
    return begin
        .chars()
        .allMatch(c -> (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t');
  }
}
