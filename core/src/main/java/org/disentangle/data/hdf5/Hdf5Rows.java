// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.disentangle.data.RecordStream;
import org.disentangle.error.InvalidInputException;

/**
 * Reads an array in blocks of its first index, so that each chunk is inflated once: a block has the
 * height of a chunk. Of an array in one piece a block is one row. For one thread.
 */
final class Hdf5Rows implements AutoCloseable {

  private final Hdf5Array array;
  private final int height;
  private final Hdf5File.Open open;
  private final RecordStream stream;
  private final byte[] block;
  private Hdf5Chunks chunkData;

  Hdf5Rows(Hdf5Array array) {
    this.array = array;
    this.height = height(array);
    boolean piece = array.begin() >= 0;
    this.stream = piece ? new RecordStream(this::piece, array.rowBytes(), array::damaged) : null;
    this.open = piece ? null : array.file().open();
    this.block = piece ? null : new byte[Math.multiplyExact(height, array.rowBytes())];
  }

  /** How many values of the first index are read together. */
  static int height(Hdf5Array array) {
    if (array.begin() >= 0 || array.size() == 0) {
      return 1;
    }
    long rows = array.shape().get(0);
    long height = array.chunk().isEmpty() ? rows : Math.min(array.chunk().get(0), rows);
    if (height * array.rowBytes() > Integer.MAX_VALUE - 8) {
      throw array.refuse(
          String.format(
              Locale.ROOT,
              "of shape %s in chunks of %s, a row of which has %d bytes",
              array.shape(),
              array.chunk(),
              height * array.rowBytes()),
          "at most 2147483639 bytes");
    }
    return (int) height;
  }

  int height() {
    return height;
  }

  private FSDataInputStream piece() throws IOException {
    FSDataInputStream input = array.file().file().open();
    input.seek(array.begin());
    return input;
  }

  /**
   * The bytes of a block.
   *
   * @param number of the block, larger than at the call before
   * @return an array that the next call overwrites; the last block may be shorter than it
   */
  byte[] block(int number) {
    if (stream != null) {
      return stream.read(number);
    }
    try {
      if (array.chunk().isEmpty()) {
        return compact();
      }
      fill(number);
      return block;
    } catch (InvalidInputException e) {
      throw e;
    } catch (EOFException | RuntimeException e) {
      throw array.damaged(e);
    }
  }

  /** An array in the header of its file: a few numbers. */
  private byte[] compact() {
    Object numbers = array.dataset(open).getDataFlat();
    for (int i = 0; i < array.size(); i++) {
      double value = ((Number) Array.get(numbers, i)).doubleValue();
      CompactNumbers.put(array.elementType(), block, i, value);
    }
    return block;
  }

  private void fill(int number) throws EOFException {
    if (chunkData == null) {
      chunkData = new Hdf5Chunks(array, open);
    }
    int first = number * height;
    int rows = (int) Math.min(height, array.shape().get(0) - first);
    int[] chunks = array.chunks();
    int perRow = IntStream.of(chunks).skip(1).reduce(1, Math::multiplyExact);
    int[] offset = new int[chunks.length];
    offset[0] = number * array.chunk().get(0);
    for (int place = 0; place < perRow; place++) {
      int rest = place;
      for (int i = chunks.length - 1; i > 0; i--) {
        offset[i] = rest % chunks[i] * array.chunk().get(i);
        rest /= chunks[i];
      }
      copy(chunkData.bytes(offset), offset, rows);
    }
  }

  /** Copies the part of a chunk that is inside the array, row after row, run after run. */
  private void copy(byte[] chunk, int[] offset, int rows) throws EOFException {
    int chunkRow =
        array.chunk().stream().skip(1).reduce(array.elementType().bytes(), Math::multiplyExact);
    if (chunk.length != chunkRow * array.chunk().get(0)) {
      throw new EOFException(
          String.format(
              Locale.ROOT,
              "the chunk at %s has %d bytes in place of %d",
              Arrays.toString(offset),
              chunk.length,
              chunkRow * array.chunk().get(0)));
    }
    int rowBytes = array.rowBytes();
    for (int[] run : runs(offset)) {
      int length = run[2];
      int to = run[1];
      for (int row = 0, from = run[0]; row < rows; row++, from += chunkRow, to += rowBytes) {
        if (length < 8) {
          for (int i = 0; i < length; i++) {
            block[to + i] = chunk[from + i];
          }
        } else {
          System.arraycopy(chunk, from, block, to, length);
        }
      }
    }
  }

  /** Bytes that lie together in a row of the chunk and of the array: from, to, length. */
  private List<int[]> runs(int[] offset) {
    List<int[]> runs = new ArrayList<>();
    collect(offset, 1, 0, 0, runs);
    return runs;
  }

  private void collect(int[] offset, int dimension, int from, int to, List<int[]> runs) {
    if (dimension == offset.length) {
      int bytes = array.elementType().bytes();
      int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last[0] + last[2] == from * bytes && last[1] + last[2] == to * bytes) {
        last[2] += bytes;
      } else {
        runs.add(new int[] {from * bytes, to * bytes, bytes});
      }
      return;
    }
    int size = array.chunk().get(dimension);
    long whole = array.shape().get(dimension);
    for (int i = 0; i < size && offset[dimension] + i < whole; i++) {
      collect(
          offset, dimension + 1, from * size + i, (int) (to * whole + offset[dimension] + i), runs);
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.close();
    }
    if (stream != null) {
      try {
        stream.close();
      } catch (IOException e) {
        throw array.damaged(e);
      }
    }
  }
}
