// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.Statistics;

/** One column of numbers or bytes: the page that is being filled, in Parquet's encoding PLAIN. */
final class LeafColumn {

  private static final int FIRST_CAPACITY = 1 << 12;

  private final ColumnDescriptor column;
  private final Levels levels;
  private ByteBuffer values = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);
  private ByteBuffer page = ByteBuffer.allocateDirect(0);
  private final PageExtremes extremes = new PageExtremes();
  private Statistics<?> statistics;

  LeafColumn(ColumnDescriptor column) {
    this.column = column;
    levels = new Levels(column);
    statistics = Statistics.createStats(column.getPrimitiveType());
  }

  ColumnDescriptor column() {
    return column;
  }

  /** Bytes of the page so far. */
  int pageBytes() {
    return values.position();
  }

  /**
   * Adds a row without a value.
   *
   * @param definition level down to which there is something
   */
  void addMissing(int definition) {
    levels.add(1, definition);
    statistics.incrementNumNulls();
  }

  void add(int value) {
    addLevels(1);
    room(Integer.BYTES).putInt(value);
    extremes.add(value);
  }

  void add(long value) {
    addLevels(1);
    room(Long.BYTES).putLong(value);
    statistics.updateStats(value);
  }

  void add(float value) {
    addLevels(1);
    room(Float.BYTES).putFloat(value);
    statistics.updateStats(value);
  }

  void add(double value) {
    addLevels(1);
    room(Double.BYTES).putDouble(value);
    statistics.updateStats(value);
  }

  void add(byte[] value) {
    addLevels(1);
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    extremes.add(value);
  }

  /** Adds a row of several values. */
  void add(int[] row) {
    room(row.length, Integer.BYTES).asIntBuffer().put(row);
    for (int value : row) {
      extremes.add(value);
    }
  }

  /** Adds a row of several values. */
  void add(float[] row) {
    room(row.length, Float.BYTES).asFloatBuffer().put(row);
    for (float value : row) {
      statistics.updateStats(value);
    }
  }

  /** Adds a row of several values. */
  void add(double[] row) {
    room(row.length, Double.BYTES).asDoubleBuffer().put(row);
    for (double value : row) {
      statistics.updateStats(value);
    }
  }

  private void addLevels(int entries) {
    levels.add(entries, column.getMaxDefinitionLevel());
  }

  /** Adds the levels of a row of several values, and takes the place of these in the page. */
  private ByteBuffer room(int count, int bytesEach) {
    addLevels(count);
    int bytes = count * bytesEach;
    ByteBuffer place = room(bytes).slice(values.position(), bytes).order(ByteOrder.LITTLE_ENDIAN);
    values.position(values.position() + bytes);
    return place;
  }

  private ByteBuffer room(int bytes) {
    if (values.remaining() < bytes) {
      int capacity = Math.max(2 * values.capacity(), values.position() + bytes);
      values = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(values.flip());
    }
    return values;
  }

  /** Ends the page, which has this many rows. */
  void endPage(PageWriter pages, int rows) throws IOException {
    extremes.endPage(statistics);
    pages.writePage(
        page(levels.of(rows)),
        rows * levels.entries(),
        rows,
        statistics,
        Encoding.RLE,
        Encoding.RLE,
        Encoding.PLAIN);
    values.clear();
    statistics = Statistics.createStats(column.getPrimitiveType());
  }

  /** Levels and values in memory that codecs read without a copy. */
  private BytesInput page(byte[] levels) {
    int size = levels.length + values.position();
    if (page.capacity() < size) {
      page = ByteBuffer.allocateDirect(size + size / 8);
    }
    page.clear().put(levels).put(values.flip()).flip();
    return DirectBytes.of(page);
  }
}
