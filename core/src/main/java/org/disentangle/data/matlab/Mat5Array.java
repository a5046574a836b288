// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.matlab;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import org.disentangle.data.DataFile;
import org.disentangle.data.ElementType;
import org.disentangle.data.RecordFile;
import org.disentangle.data.WholeStream;
import org.disentangle.error.InvalidInputException;

/**
 * A variable of a MATLAB file. Its first index varies fastest.
 *
 * @param file that has it
 * @param name of the variable
 * @param shape sizes, as MATLAB gives them
 * @param type of its numbers; null if it holds no real numbers
 * @param begin of its element in the file, after the tag
 * @param bytes of the element
 * @param compressed whether the element is
 * @param headerBytes bytes of the inflated element before the numbers
 * @param dataBytes bytes of the numbers
 */
public record Mat5Array(
    DataFile file,
    String name,
    List<Long> shape,
    ElementType type,
    long begin,
    long bytes,
    boolean compressed,
    long headerBytes,
    long dataBytes)
    implements Serializable {

  /**
   * Checks the type and that there are as many bytes as the sizes say.
   *
   * @param expected type; null for any numbers
   */
  public void require(ElementType expected) {
    if (type == null || (expected != null && !type.equals(expected))) {
      throw refuse(
          "of " + (type == null ? "no real numbers" : "type " + type),
          expected == null ? "real numbers" : "type " + expected);
    }
    long numbers = shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    if (numbers * type.bytes() != dataBytes) {
      throw refuse(
          String.format(Locale.ROOT, "of %d bytes", dataBytes),
          String.format(Locale.ROOT, "%d bytes for %s", numbers * type.bytes(), shape));
    }
    if (!compressed && headerBytes + dataBytes > bytes) {
      throw refuse(
          String.format(Locale.ROOT, "in an element of %d bytes", bytes),
          String.format(Locale.ROOT, "%d bytes", headerBytes + dataBytes));
    }
  }

  /**
   * The numbers as bytes, from the first on. Whoever reads a compressed variable to its last number
   * compares its checksum.
   */
  public InputStream open() throws IOException {
    InputStream element = Mat5File.element(file, begin, bytes, compressed);
    InputStream stream =
        compressed ? WholeStream.inflated(element, headerBytes + dataBytes) : element;
    try {
      stream.skipNBytes(headerBytes);
      return stream;
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** All numbers; for labels. */
  public double[] numbers() {
    require(null);
    if (dataBytes > 1 << 30) {
      throw refuse("of shape " + shape, "labels of up to a gigabyte");
    }
    try (InputStream stream = open()) {
      byte[] stored = stream.readNBytes(Math.toIntExact(dataBytes));
      if (stored.length < dataBytes) {
        throw new IOException("it ends after " + stored.length + " bytes");
      }
      ByteBuffer buffer = type.wrap(stored);
      double[] numbers = new double[stored.length / type.bytes()];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = type.value(buffer, i * type.bytes());
      }
      return numbers;
    } catch (IOException e) {
      throw records(0).damaged(e);
    }
  }

  /** It as a file of records, which the indices after those of an image count. */
  public RecordFile records(int count) {
    return new Records(this, count);
  }

  /** The refusal of this variable. */
  public InvalidInputException refuse(String found, String expected) {
    return refuse(found, expected, null);
  }

  private InvalidInputException refuse(String found, String expected, Throwable cause) {
    return file.refuse(
        String.format(Locale.ROOT, "variable %s %s", name, found),
        expected,
        cause == null ? null : "Download the file again.",
        cause);
  }

  private record Records(Mat5Array array, int records) implements RecordFile {

    @Override
    public InputStream open() throws IOException {
      return array.open();
    }

    @Override
    public InvalidInputException refuse(String found, String expected, Throwable cause) {
      return array.refuse("with " + found, expected, cause);
    }
  }
}
