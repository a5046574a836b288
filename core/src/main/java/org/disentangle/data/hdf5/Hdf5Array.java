// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.disentangle.data.ElementType;
import org.disentangle.data.ImageStore;
import org.disentangle.data.StoredArray;
import org.disentangle.data.StoredPixels;
import org.disentangle.error.InvalidInputException;

/**
 * An array of an HDF5 file.
 *
 * @param file that has it
 * @param name path inside the file, or what messages call it
 * @param address of its header where it has no path; else -1
 * @param shape sizes
 * @param type of its numbers; null if it holds none
 * @param typeName the type in words
 * @param chunk sizes of a chunk; empty if the array lies in one piece
 * @param begin of a piece, in the file; -1 if it lies in the header
 */
public record Hdf5Array(
    Hdf5File file,
    String name,
    long address,
    List<Long> shape,
    ElementType type,
    String typeName,
    List<Integer> chunk,
    long begin)
    implements StoredArray {

  /**
   * An array of an open file.
   *
   * @param name its path; or, with an address, what messages call it
   * @param address of its header, as references have it; -1 for the path
   */
  public static Hdf5Array of(Hdf5File file, Hdf5File.Open open, String name, long address) {
    Dataset dataset = dataset(open, name, address);
    DataType stored = dataset.getDataType();
    List<Integer> chunk =
        dataset instanceof ChunkedDataset chunked
            ? IntStream.of(chunked.getChunkDimensions()).boxed().toList()
            : List.of();
    long begin =
        dataset instanceof ContiguousDataset piece
            ? piece.getDataAddress() + open.hdf5().getUserBlockSize()
            : -1;
    Hdf5Array array =
        new Hdf5Array(
            file,
            name,
            address,
            LongStream.of(dataset.getDimensionsAsLong()).boxed().toList(),
            elementType(stored),
            typeName(stored),
            chunk,
            begin);
    array.requireStored(dataset);
    return array;
  }

  private static Dataset dataset(Hdf5File.Open open, String name, long address) {
    return address < 0
        ? open.hdf5().getDatasetByPath(name)
        : (Dataset) open.hdf5().getNodeByAddress(address);
  }

  /** It in an open file. */
  Dataset dataset(Hdf5File.Open open) {
    return dataset(open, name, address);
  }

  private static ElementType elementType(DataType type) {
    int bytes = type.getSize();
    boolean usual = bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
    if (usual && type instanceof FixedPoint whole && whole.getBitPrecision() == 8 * bytes) {
      return new ElementType(
          whole.isSigned() ? ElementType.Kind.SIGNED : ElementType.Kind.UNSIGNED,
          bytes,
          whole.getByteOrder() == ByteOrder.BIG_ENDIAN);
    }
    if ((bytes == Float.BYTES || bytes == Double.BYTES) && type instanceof FloatingPoint real) {
      return new ElementType(
          ElementType.Kind.FLOAT, bytes, real.getByteOrder() == ByteOrder.BIG_ENDIAN);
    }
    if (bytes == 1
        && type instanceof EnumDataType truth
        && truth.getEnumMapping().size() == 2
        && "TRUE".equals(truth.getEnumMapping().get(1))) {
      return new ElementType(ElementType.Kind.TRUTH, bytes, false);
    }
    if (type instanceof EnumDataType named) {
      return elementType(named.getBaseType());
    }
    return null;
  }

  /**
   * A type for messages. Where an array refers to a type that is stored apart, io.jhdf takes the
   * reference for a type of times, which no program writes.
   */
  private static String typeName(DataType type) {
    String name = type.getClass().getSimpleName();
    return name.equals("TimeDataType")
        ? "a committed datatype, which the file stores apart"
        : String.format(Locale.ROOT, "%s of %d bytes", name, type.getSize());
  }

  private void requireStored(Dataset dataset) {
    if (!chunk.isEmpty() || size() == 0) {
      return;
    }
    if (dataset.isEmpty()) {
      throw refuse("that was never written", "data");
    }
    long end = begin + Math.multiplyExact(size(), dataset.getDataType().getSize());
    if (begin >= 0 && end > file.file().length()) {
      throw refuse(
          String.format(Locale.ROOT, "that ends at byte %d", end),
          String.format(Locale.ROOT, "at most the %d bytes of the file", file.file().length()));
    }
  }

  @Override
  public ElementType elementType() {
    if (type == null) {
      throw refuse("of type " + typeName, "numbers: bool, int, uint, float32 or float64");
    }
    return type;
  }

  /**
   * The first size, of images.
   *
   * @throws InvalidInputException if it is 0 or above 2147483647
   */
  public int count() {
    long count = shape.get(0);
    if (count < 1 || count > Integer.MAX_VALUE) {
      throw refuse("of shape " + shape, "1 to 2147483647 images");
    }
    return (int) count;
  }

  /** Bytes of what one value of the first index selects. */
  int rowBytes() {
    long rows = Math.max(shape.get(0), 1);
    return Math.toIntExact(size() / rows * elementType().bytes());
  }

  /** The number of chunks in each direction. */
  int[] chunks() {
    int[] chunks = new int[chunk.size()];
    Arrays.setAll(chunks, i -> Math.toIntExact((shape.get(i) + chunk.get(i) - 1) / chunk.get(i)));
    return chunks;
  }

  @Override
  public double[] numbers() {
    elementType();
    if (size() > MOST_NUMBERS) {
      throw refuse("of shape " + shape, "at most " + MOST_NUMBERS + " numbers");
    }
    double[] numbers = new double[(int) size()];
    if (shape.isEmpty()) {
      throw refuse("of a single value", "an array");
    }
    try (Hdf5Rows rows = new Hdf5Rows(this)) {
      int perRow = rowBytes() / type.bytes();
      for (int first = 0; first < shape.get(0); first += rows.height()) {
        ByteBuffer block = type.wrap(rows.block(first / rows.height()));
        long values = Math.min(rows.height(), shape.get(0) - first) * perRow;
        for (int i = 0; i < values; i++) {
          numbers[first * perRow + i] = type.value(block, i * type.bytes());
        }
      }
    }
    return numbers;
  }

  @Override
  public Optional<String[]> texts() {
    boolean none = type != null || shape.isEmpty() || size() == 0;
    return none ? Optional.empty() : file.read(this::texts);
  }

  private Optional<String[]> texts(Hdf5File.Open open) {
    Dataset dataset = dataset(open);
    if (!String.class.equals(dataset.getJavaType())) {
      return Optional.empty();
    }
    requireFewTexts();
    requireAllChunks(open);
    return Optional.of((String[]) dataset.getDataFlat());
  }

  /**
   * Refuses an array of which a chunk is missing or not within the file; no chunk is inflated.
   *
   * @return this
   */
  public Hdf5Array requireAllChunks() {
    return file.read(this::requireAllChunks);
  }

  /** The same with the file open. */
  public Hdf5Array requireAllChunks(Hdf5File.Open open) {
    if (chunk.isEmpty() || size() == 0) {
      return this;
    }
    ChunkedDataset dataset = (ChunkedDataset) dataset(open);
    Hdf5Chunks.requireFilters(this, dataset);
    boolean empty = dataset.isEmpty();
    open.channel().probe(true);
    try {
      int[] chunks = chunks();
      int count = IntStream.of(chunks).reduce(1, Math::multiplyExact);
      for (int number = 0; number < count; number++) {
        int[] offset = offset(number, chunks);
        if (empty || !isThere(dataset, offset)) {
          throw refuse(
              String.format(
                  Locale.ROOT, "whose chunk at %s is not in the file", Arrays.toString(offset)),
              "all chunks; this one was never written, or the file was cut off");
        }
      }
      return this;
    } finally {
      open.channel().probe(false);
    }
  }

  private static boolean isThere(ChunkedDataset dataset, int[] offset) {
    try {
      return dataset.getRawChunkBuffer(offset) != null;
    } catch (HdfException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Where a chunk begins, of all of them numbered with the last direction fastest. */
  private int[] offset(int number, int[] chunks) {
    int[] offset = new int[chunks.length];
    int rest = number;
    for (int i = chunks.length - 1; i >= 0; i--) {
      offset[i] = rest % chunks[i] * chunk.get(i);
      rest /= chunks[i];
    }
    return offset;
  }

  @Override
  public ImageStore images(StoredPixels pixels) {
    requireAllChunks();
    return imagesWithoutCheck(pixels);
  }

  /** The same where {@link #requireAllChunks} was called already. */
  public ImageStore imagesWithoutCheck(StoredPixels pixels) {
    return new Hdf5Images(this, pixels, Hdf5Rows.height(this));
  }

  @Override
  public InvalidInputException refuse(String found, String expected) {
    return file.file()
        .refuse(String.format(Locale.ROOT, "array %s %s", name, found), expected, null);
  }

  /** The refusal of an array whose bytes cannot be read. */
  InvalidInputException damaged(Exception cause) {
    boolean stumbled = cause instanceof IndexOutOfBoundsException;
    String reason = stumbled ? "its compressed bytes are damaged" : cause.getMessage();
    return file.file()
        .refuse(
            String.format(Locale.ROOT, "array %s that cannot be read (%s)", name, reason),
            "a whole HDF5 file",
            "Download the file again.",
            cause);
  }
}
