// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.matlab;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.disentangle.data.DataFile;
import org.disentangle.error.FirstFew;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * The variables of a MATLAB file of version 5, of which only headers are read.
 *
 * <p>Format: MathWorks, MAT-File Format, chapter 1. A file is a header of 128 bytes and then
 * elements, each a tag (type, number of bytes) and data; an element may be compressed as a whole.
 */
public final class Mat5File {

  static final int COMPRESSED = 15;
  static final int MATRIX = 14;

  private static final int HEADER_BYTES = 128;
  private static final int TAG_BYTES = 8;
  private static final String EXPECTED = "a MATLAB file of version 5 (-v6 or -v7)";

  private final DataFile file;
  private final Map<String, Mat5Array> variables = new LinkedHashMap<>();

  private Mat5File(DataFile file) {
    this.file = file;
  }

  /**
   * Reads the headers of all variables.
   *
   * @throws InvalidInputException if it is no such file, or it is cut off
   */
  public static Mat5File read(DataFile file) {
    Mat5File read = new Mat5File(file);
    try (FSDataInputStream stream = file.open()) {
      ByteOrder order = read.order(stream);
      long at = HEADER_BYTES;
      while (at < file.length()) {
        stream.seek(at);
        ByteBuffer tag = ByteBuffer.wrap(stream.readNBytes(TAG_BYTES)).order(order);
        if (tag.remaining() < TAG_BYTES) {
          throw new EOFException("it ends within a tag");
        }
        int type = tag.getInt();
        long bytes = Integer.toUnsignedLong(tag.getInt());
        if (at + TAG_BYTES + bytes > file.length()) {
          throw new EOFException(
              String.format(
                  Locale.ROOT,
                  "an element from byte %d on has %d bytes and would end behind the file",
                  at,
                  bytes));
        }
        if (type == COMPRESSED || type == MATRIX) {
          read.add(order, at + TAG_BYTES, bytes, type == COMPRESSED);
        } else if (type < 1 || type > 18) {
          throw new IOException(
              String.format(Locale.ROOT, "an element of unknown type %d at byte %d", type, at));
        }
        at += TAG_BYTES + bytes;
      }
      return read;
    } catch (IOException e) {
      throw file.refuse(
          String.format(
              Locale.ROOT,
              "%s of %d bytes that cannot be read (%s)",
              "a MATLAB file",
              file.length(),
              e.getMessage()),
          "a whole MATLAB file of version 5",
          "Download the file again.",
          e);
    }
  }

  private ByteOrder order(FSDataInputStream stream) throws IOException {
    byte[] begin = stream.readNBytes(HEADER_BYTES);
    Optional<String> kind = Signature.of(begin);
    String mark = begin.length < HEADER_BYTES ? "" : "" + (char) begin[126] + (char) begin[127];
    boolean matlab = kind.filter("a MATLAB file"::equals).isPresent();
    if (!mark.equals("IM") && !mark.equals("MI") || kind.isPresent() && !matlab) {
      throw file.refuse(
          matlab
              ? String.format(Locale.ROOT, "a MATLAB file cut off at %d bytes", file.length())
              : Signature.describe(begin, file.length(), "that are no MATLAB file"),
          EXPECTED,
          !matlab && kind.filter(text -> text.contains("MATLAB")).isPresent()
              ? "Save it again with -v7."
              : null,
          null);
    }
    ByteOrder order = mark.equals("IM") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    int version = ByteBuffer.wrap(begin).order(order).getShort(124);
    if (version != 0x0100) {
      throw file.refuse(
          String.format(Locale.ROOT, "a MATLAB file of version 0x%04x", version), EXPECTED, null);
    }
    return order;
  }

  private void add(ByteOrder order, long begin, long bytes, boolean compressed) throws IOException {
    try (InputStream element = element(file, begin, bytes, compressed)) {
      Mat5Array array =
          new Mat5Header(new DataInputStream(element), order, compressed).read(file, begin, bytes);
      variables.put(array.name(), array);
    }
  }

  /** The bytes of an element after its tag, inflated if it is compressed. */
  static InputStream element(DataFile file, long begin, long bytes, boolean compressed)
      throws IOException {
    FSDataInputStream stream = file.open();
    stream.seek(begin);
    InputStream part = new BoundedStream(stream, bytes);
    return compressed
        ? new InflaterInputStream(part, new Inflater(), 1 << 16)
        : new BufferedInputStream(part, 1 << 16);
  }

  /**
   * One of the variables.
   *
   * @throws InvalidInputException if it is missing
   */
  public Mat5Array array(String name) {
    Mat5Array array = variables.get(name);
    if (array == null) {
      throw file.refuse(
          String.format(
              Locale.ROOT, "no variable %s among [%s]", name, FirstFew.of(variables.keySet())),
          "a file with it",
          null);
    }
    return array;
  }
}
