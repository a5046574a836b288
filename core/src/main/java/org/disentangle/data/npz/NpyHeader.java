package org.disentangle.data.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of a NumPy array file ({@code .npy}, versions 1 to 3).
 *
 * @param type as NumPy writes it: {@code |u1} for bytes, {@code <i8} for 64-bit integers
 * @param rowMajor whether the last index varies fastest
 * @param shape sizes; empty for a single value
 * @param length bytes of the header, after which the elements begin
 */
record NpyHeader(String type, boolean rowMajor, List<Long> shape, int length)
    implements Serializable {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCRIPTION =
      Pattern.compile(
          "\\{\\s*'descr':\\s*(?<type>'[^']*'|\\[.*\\]),\\s*'fortran_order':\\s*(?<fortran>True|False),"
              + "\\s*'shape':\\s*\\((?<shape>[\\d,\\s]*)\\),?\\s*\\}\\s*");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Reads a header from the beginning of a stream and leaves the stream after it.
   *
   * @throws IOException if it is none; the message says what was found
   */
  static NpyHeader read(InputStream stream) throws IOException {
    byte[] start = bytes(stream, MAGIC.length + 2);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("it does not begin with NumPy's magic number");
    }
    int sizeBytes = start[MAGIC.length] == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    size.put(bytes(stream, sizeBytes));
    int textBytes = size.getInt(0);
    if (textBytes < 0 || textBytes > LONGEST) {
      throw new IOException(String.format(Locale.ROOT, "its header claims %d bytes", textBytes));
    }
    String text = new String(bytes(stream, textBytes), StandardCharsets.UTF_8);
    Matcher matcher = DESCRIPTION.matcher(text);
    if (!matcher.matches()) {
      throw new IOException(String.format(Locale.ROOT, "its header is \"%s\"", text.strip()));
    }
    return new NpyHeader(
        matcher.group("type").replace("'", ""),
        matcher.group("fortran").equals("False"),
        sizes(matcher.group("shape")),
        start.length + sizeBytes + textBytes);
  }

  private static List<Long> sizes(String text) throws IOException {
    try {
      return Arrays.stream(text.split(","))
          .map(String::strip)
          .filter(size -> !size.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (NumberFormatException e) {
      throw new IOException(String.format(Locale.ROOT, "its shape is (%s)", text), e);
    }
  }

  private static byte[] bytes(InputStream stream, int count) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("it ends within its header");
    }
    return bytes;
  }
}
