// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import org.disentangle.data.DataFile;
import org.disentangle.error.InvalidInputException;
import org.disentangle.file.Signature;

/**
 * A file in the IDX format, plain or compressed by gzip, which its first two bytes show. A header
 * of big-endian integers (magic number, count, sizes of an element) precedes the elements, which
 * are unsigned bytes or, of QMNIST's labels, big-endian ints.
 *
 * @param file where it is
 * @param kind what it holds
 * @param gzip whether it is compressed
 */
record IdxFile(DataFile file, IdxKind kind, boolean gzip) implements Serializable {

  private static final int GZIP_MAGIC = 0x1f8b;

  /**
   * Finds a file, on the driver; nothing but its first two bytes is looked at.
   *
   * @throws InvalidInputException if there is no file, or it is empty
   */
  static IdxFile find(String source, String path, IdxKind kind) {
    DataFile file = DataFile.find(source, path);
    try (InputStream stream = file.open()) {
      return new IdxFile(file, kind, (stream.read() << 8 | stream.read()) == GZIP_MAGIC);
    } catch (IOException e) {
      throw new IdxFile(file, kind, false).damaged(e);
    }
  }

  /**
   * Finds a file of labels, of either kind that its magic number may say.
   *
   * @throws InvalidInputException if there is no file, or it is empty
   */
  static IdxFile labels(String source, String path) {
    IdxFile file = find(source, path, IdxKind.LABELS);
    try (InputStream stream = file.file.open(file.gzip)) {
      boolean ints = integer(stream) == IdxKind.QMNIST_LABELS.magic();
      return ints ? new IdxFile(file.file, IdxKind.QMNIST_LABELS, file.gzip) : file;
    } catch (IOException e) {
      throw file.damaged(e);
    }
  }

  /**
   * Reads the sizes and all elements, so that a damaged file is refused before any row is made.
   *
   * @param elements receives every element
   * @return the count, then the sizes of an element
   * @throws InvalidInputException for another magic number, sizes below 1, more or fewer bytes than
   *     the sizes say, or a damaged compression
   */
  int[] examine(OutputStream elements) {
    try (InputStream stream = file.open(gzip)) {
      int[] sizes = sizes(stream);
      long found = stream.transferTo(elements);
      long elementBytes =
          Arrays.stream(sizes)
              .skip(1)
              .asLongStream()
              .reduce(kind.numberBytes(), Math::multiplyExact);
      if (found % elementBytes != 0 || found / elementBytes != sizes[0]) {
        throw file.refuse(
            String.format(
                Locale.ROOT,
                "%d bytes after the header, which gives the sizes %s",
                found,
                Arrays.toString(sizes)),
            kind.numberBytes() == 1 ? "their product" : "four times their product",
            "Download the file again.",
            null);
      }
      return sizes;
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /** The elements. Closing the stream closes the file. */
  InputStream elements() throws IOException {
    InputStream stream = file.open(gzip);
    stream.skipNBytes(kind.headerBytes());
    return stream;
  }

  /** The refusal of a file that cannot be read to its end. */
  InvalidInputException damaged(IOException cause) {
    return file.refuse(
        String.format(
            Locale.ROOT,
            "%s of %d bytes that cannot be read to its end (%s)",
            gzip ? "a gzip file" : "a file",
            file.length(),
            cause.getMessage()),
        "a whole IDX file of " + kind.plural(),
        "Download the file again.",
        cause);
  }

  private int[] sizes(InputStream stream) throws IOException {
    int magic = integer(stream);
    if (magic != kind.magic()) {
      throw file.refuse(
          String.format(Locale.ROOT, "magic number 0x%08x%s", magic, meaning(magic, stream)),
          String.format(
              Locale.ROOT, "0x%08x, that of %s (unsigned bytes)", kind.magic(), kind.plural()),
          "Check that the files of images and labels are not exchanged.",
          null);
    }
    int[] sizes = new int[kind.sizes()];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = integer(stream);
      if (sizes[i] < 1) {
        throw file.refuse(
            String.format(Locale.ROOT, "%d as size %d in the header", sizes[i], i),
            "at least 1",
            "Download the file again.",
            null);
      }
    }
    return sizes;
  }

  /** What begins so, for messages. */
  private static String meaning(int magic, InputStream rest) throws IOException {
    byte[] more = rest.readNBytes(Signature.BYTES - Integer.BYTES);
    byte[] begin = ByteBuffer.allocate(Integer.BYTES + more.length).putInt(magic).put(more).array();
    String kind = IdxKind.meaning(magic);
    return kind.isEmpty()
        ? Signature.of(begin).map(other -> ", which is that of " + other).orElse("")
        : kind;
  }

  private static int integer(InputStream stream) throws IOException {
    byte[] bytes = stream.readNBytes(Integer.BYTES);
    if (bytes.length < Integer.BYTES) {
      throw new EOFException("it ends within its header");
    }
    return ByteBuffer.wrap(bytes).getInt();
  }
}
