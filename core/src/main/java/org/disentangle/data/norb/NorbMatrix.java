// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.RecordFile;
import org.disentangle.data.WholeStream;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * A binary matrix of NORB, plain or compressed by gzip, which its first two bytes show:
 * little-endian ints (magic number, number of sizes, at least three sizes), then the elements with
 * the last index fastest. It has nothing to do with MATLAB.
 *
 * @param file where it is
 * @param gzip whether it is compressed
 * @param magic what its elements are
 * @param shape sizes, without those that only fill up to three
 * @param headerBytes before the first element
 */
record NorbMatrix(DataFile file, boolean gzip, int magic, List<Integer> shape, int headerBytes)
    implements RecordFile {

  /** Unsigned bytes. */
  static final int BYTES = 0x1E3D4C55;

  /** Ints of 32 bits. */
  static final int INTS = 0x1E3D4C54;

  private static final int LEAST_SIZES = 3;
  private static final int MOST_SIZES = 8;

  /**
   * Reads the header and compares the length with it; of a compressed file the length that its end
   * records.
   *
   * @param magic what the elements have to be
   * @param expected sizes after the first, for messages too
   */
  static NorbMatrix read(DataFile file, int magic, List<Integer> expected) {
    NorbMatrix unread = new NorbMatrix(file, isGzip(file), magic, List.of(), 0);
    try (InputStream stream = file.open(unread.gzip())) {
      NorbMatrix matrix = unread.header(stream);
      matrix.require(expected);
      return matrix;
    } catch (IOException e) {
      throw unread.damaged(e);
    }
  }

  private static boolean isGzip(DataFile file) {
    byte[] begin = file.begin();
    return begin.length > 1 && (begin[0] & 0xff) == 0x1f && (begin[1] & 0xff) == 0x8b;
  }

  private NorbMatrix header(InputStream stream) throws IOException {
    int found = integer(stream);
    if (found != magic) {
      String kind =
          gzip
              ? ""
              : Signature.of(file.begin()).map(text -> ", which is that of " + text).orElse("");
      throw file.refuse(
          String.format(Locale.ROOT, "magic number 0x%08X%s%s", found, meaning(found), kind),
          String.format(Locale.ROOT, "0x%08X%s", magic, meaning(magic)),
          "Check that the files of images, categories and infos are not exchanged.",
          null);
    }
    int count = integer(stream);
    if (count < 1 || count > MOST_SIZES) {
      throw file.refuse(count + " sizes in the header", "1 to " + MOST_SIZES, null);
    }
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < Math.max(count, LEAST_SIZES); i++) {
      int size = integer(stream);
      if (i < count) {
        sizes.add(size);
      }
    }
    return new NorbMatrix(
        file, gzip, magic, List.copyOf(sizes), Integer.BYTES * (2 + Math.max(count, LEAST_SIZES)));
  }

  private static String meaning(int magic) {
    return switch (magic) {
      case BYTES -> " (bytes)";
      case INTS -> " (ints)";
      case 0x1E3D4C56 -> " (shorts)";
      case 0x1E3D4C51 -> " (floats)";
      case 0x1E3D4C53 -> " (doubles)";
      default -> "";
    };
  }

  private static int integer(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw new EOFException("it ends within its header");
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private void require(List<Integer> expected) throws IOException {
    if (shape.size() != expected.size() + 1
        || shape.get(0) < 1
        || !shape.subList(1, shape.size()).equals(expected)) {
      throw file.refuse("sizes " + shape, "N and " + expected, null);
    }
    long whole = wholeBytes();
    long found = gzip ? recordedLength() : file.length();
    if (found != (gzip ? whole & 0xffffffffL : whole)) {
      throw file.refuse(
          String.format(
              Locale.ROOT, "%d bytes%s", found, gzip ? " (by the end of the gzip file)" : ""),
          String.format(Locale.ROOT, "%d for the sizes %s", whole, shape),
          "Download the file again.",
          null);
    }
  }

  /** Bytes of header and elements. */
  private long wholeBytes() {
    long bytes = magic == BYTES ? 1 : Integer.BYTES;
    for (int size : shape) {
      bytes = Math.multiplyExact(bytes, size);
    }
    return headerBytes + bytes;
  }

  /** The last four bytes of a gzip file: its inflated length modulo 2^32. */
  private long recordedLength() throws IOException {
    try (FSDataInputStream stream = file.open()) {
      stream.seek(Math.max(0, file.length() - Integer.BYTES));
      return Integer.toUnsignedLong(integer(stream));
    }
  }

  @Override
  public int records() {
    return shape.get(0);
  }

  /** The elements; whoever reads a compressed file to its last one compares its checksum. */
  @Override
  public InputStream open() throws IOException {
    InputStream plain = file.open(gzip);
    InputStream stream = gzip ? WholeStream.inflated(plain, wholeBytes()) : plain;
    try {
      stream.skipNBytes(headerBytes);
      return stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** All elements of a matrix of ints, row after row. */
  int[] ints() {
    int count = shape.stream().reduce(1, Math::multiplyExact);
    try (InputStream stream = open()) {
      byte[] bytes = stream.readNBytes(Math.multiplyExact(count, Integer.BYTES));
      if (bytes.length < count * Integer.BYTES) {
        throw new EOFException("it ends within its elements");
      }
      int[] ints = new int[count];
      ElementType.INT.wrap(bytes).asIntBuffer().get(ints);
      return ints;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  @Override
  public InvalidInputException refuse(String found, String expected, Throwable cause) {
    return file.refuse(found, expected, cause == null ? null : "Download the file again.", cause);
  }
}
