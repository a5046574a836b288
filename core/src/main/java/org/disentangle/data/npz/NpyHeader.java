// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The beginning of a NumPy array file ({@code .npy}, versions 1 to 3): a Python dict with the keys
 * descr, fortran_order and shape, in any order and spelling that Python reads.
 *
 * @param type as NumPy writes it: {@code |u1} for bytes, {@code <i8} for 64-bit integers
 * @param rowMajor whether the last index varies fastest
 * @param shape sizes; empty for a single value
 * @param length bytes of the header, after which the elements begin
 */
record NpyHeader(String type, boolean rowMajor, List<Long> shape, int length)
    implements Serializable {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int NEWEST = 3;
  private static final int LONGEST = 1 << 16;
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /** Other names that NumPy has for a type. */
  private static final Map<String, String> SAME_TYPES =
      Map.of(
          "u1", "|u1", "<u1", "|u1", ">u1", "|u1", "=u1", "|u1", "uint8", "|u1", "i8", "<i8", "=i8",
          "<i8", "int64", "<i8");

  NpyHeader {
    shape = List.copyOf(shape);
  }

  /**
   * Reads a header from the beginning of a stream and leaves the stream after it.
   *
   * @throws IOException if it is not such a header; the message says what was found
   */
  static NpyHeader read(InputStream stream) throws IOException {
    byte[] start = bytes(stream, MAGIC.length + 2);
    if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new IOException("it does not begin with NumPy's magic number");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > NEWEST) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "it is of version %d of the format; 1 to %d are known",
              version,
              NEWEST));
    }
    int sizeBytes = version == 1 ? Short.BYTES : Integer.BYTES;
    ByteBuffer size = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    size.put(bytes(stream, sizeBytes));
    int textBytes = size.getInt(0);
    if (textBytes < 0 || textBytes > LONGEST) {
      throw new IOException(String.format(Locale.ROOT, "its header claims %d bytes", textBytes));
    }
    String text =
        new String(
            bytes(stream, textBytes),
            version < NEWEST ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    return parse(text, start.length + sizeBytes + textBytes);
  }

  private static NpyHeader parse(String text, int length) throws IOException {
    try {
      if (PythonLiteral.parse(text) instanceof Map<?, ?> dict
          && dict.keySet().equals(KEYS)
          && dict.get("fortran_order") instanceof Boolean columnMajor
          && dict.get("shape") instanceof List<?> shape
          && dict.get("descr") != null) {
        return new NpyHeader(type(dict.get("descr")), !columnMajor, sizes(shape), length);
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(
          String.format(Locale.ROOT, "its header is \"%s\": %s", text.strip(), e.getMessage()), e);
    }
    throw new IOException(
        String.format(
            Locale.ROOT,
            "its header is \"%s\", not a dict of descr, fortran_order and shape",
            text.strip()));
  }

  private static String type(Object description) {
    String type = description.toString();
    return SAME_TYPES.getOrDefault(type, type);
  }

  private static List<Long> sizes(List<?> shape) {
    List<Long> sizes = new ArrayList<>();
    for (Object size : shape) {
      if (!(size instanceof Long number) || number < 0) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%s is no size of an array", size));
      }
      sizes.add(number);
    }
    return sizes;
  }

  private static byte[] bytes(InputStream stream, int count) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("it ends within its header");
    }
    return bytes;
  }
}
