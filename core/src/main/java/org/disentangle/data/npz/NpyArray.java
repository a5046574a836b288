// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.data.ElementType;
import org.disentangle.data.ImageStore;
import org.disentangle.data.RecordStream;
import org.disentangle.data.StoredArray;
import org.disentangle.data.StoredPixels;
import org.disentangle.error.InvalidInputException;

/**
 * An array in a NumPy archive, read one record after the other: a record is what one value of the
 * first index selects.
 *
 * @param file the archive
 * @param name of the array
 * @param header its type and shape
 */
public record NpyArray(NpzFile file, String name, NpyHeader header) implements StoredArray {

  /** Type of unsigned bytes. */
  public static final String UINT8 = "|u1";

  /** Type of 64-bit integers, the lowest byte first. */
  public static final String INT64 = "<i8";

  /**
   * Checks what the array holds.
   *
   * @param type {@link #UINT8} or {@link #INT64}
   * @param recordShape the sizes after the first
   * @throws InvalidInputException for another type, order or shape, or if there are no records
   */
  public void require(String type, List<Long> recordShape) {
    List<Long> shape = header.shape();
    String expected =
        String.format(Locale.ROOT, "type %s and shape N x %s, row by row", type, recordShape);
    if (!header.type().equals(type)) {
      throw refuse("of type " + header.type(), expected);
    }
    if (!header.rowMajor()) {
      throw refuse("in column order (fortran_order)", expected);
    }
    if (shape.isEmpty() || !shape.subList(1, shape.size()).equals(recordShape) || records() < 1) {
      throw refuse("of shape " + shape, expected);
    }
  }

  /** How many records there are, by the header. */
  public long records() {
    return header.shape().get(0);
  }

  /**
   * The records, to be read by rising number. Reading the last one compares the checksum of the
   * array, except where the archive stores it without compression and records were passed over.
   */
  public RecordStream open() {
    int recordBytes = bytes().divide(BigInteger.valueOf(records())).intValueExact();
    return new RecordStream(this::elements, recordBytes, cause -> file.damaged(name, cause));
  }

  /** Records of another size, such as images where several indices count them. */
  RecordStream open(int recordBytes) {
    return new RecordStream(this::elements, recordBytes, cause -> file.damaged(name, cause));
  }

  @Override
  public List<Long> shape() {
    return header.shape();
  }

  @Override
  public ElementType elementType() {
    return ElementType.ofNumpy(header.type())
        .orElseThrow(
            () ->
                refuse("of type " + header.type(), "numbers: bool, int, uint, float32 or float64"));
  }

  @Override
  public double[] numbers() {
    ElementType type = elementType();
    if (size() > MOST_NUMBERS) {
      throw refuse("of shape " + shape(), "at most " + MOST_NUMBERS + " numbers");
    }
    double[] numbers = new double[(int) size()];
    try (RecordStream stream = open(type.bytes())) {
      for (int i = 0; i < numbers.length; i++) {
        ByteBuffer stored = type.wrap(stream.read(i));
        numbers[header.rowMajor() ? i : rowMajorPlace(i)] = type.value(stored, 0);
      }
    } catch (IOException e) {
      throw file.damaged(name, e);
    }
    return numbers;
  }

  @Override
  public Optional<String[]> texts() {
    return NpyText.of(header.type()).map(this::texts);
  }

  private String[] texts(NpyText type) {
    requireFewTexts();
    String[] texts = new String[(int) size()];
    try (RecordStream stream = open(type.bytes())) {
      for (int i = 0; i < texts.length; i++) {
        texts[header.rowMajor() ? i : rowMajorPlace(i)] = text(type, stream.read(i), i);
      }
    } catch (IOException e) {
      throw file.damaged(name, e);
    }
    return texts;
  }

  private String text(NpyText type, byte[] stored, int place) {
    try {
      return type.decode(stored);
    } catch (CharacterCodingException e) {
      throw refuse("with bytes at place " + place + " that are no text", "text in UTF-8");
    }
  }

  /** Where the number at a place of column order, the first index fastest, is in row order. */
  private int rowMajorPlace(int place) {
    long rest = place;
    long stride = size();
    long at = 0;
    for (long length : shape()) {
      stride /= length;
      at += rest % length * stride;
      rest /= length;
    }
    return (int) at;
  }

  @Override
  public ImageStore images(StoredPixels pixels) {
    if (!header.rowMajor()) {
      throw refuse(
          "in column order (fortran_order)", "row order, as numpy.ascontiguousarray makes it");
    }
    return new NpyImages(this, pixels);
  }

  private InputStream elements() throws IOException {
    InputStream stream = file.stream(name);
    try {
      stream.readNBytes(header.length()); // not skipped: the checksum covers it
    } catch (IOException e) {
      stream.close();
      throw e;
    }
    return stream;
  }

  @Override
  public InvalidInputException refuse(String found, String expected) {
    return file.file()
        .refuse(String.format(Locale.ROOT, "array %s %s", name, found), expected, null);
  }

  /** Compares the bytes after the header with the header. */
  void requireBytes(long found) {
    if (known() && !bytes().equals(BigInteger.valueOf(found))) {
      throw refuse(
          String.format(Locale.ROOT, "of %d bytes after its header", found),
          String.format(Locale.ROOT, "%d bytes for shape %s", bytes(), header.shape()));
    }
  }

  /** Whether the type is one that ends with the bytes of an element. */
  private boolean known() {
    return header.type().matches("[<>|=][biufc][0-9]{1,2}");
  }

  private BigInteger bytes() {
    BigInteger bytes = new BigInteger(header.type().substring(2));
    for (long size : header.shape()) {
      bytes = bytes.multiply(BigInteger.valueOf(size));
    }
    return bytes;
  }
}
