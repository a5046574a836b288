// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.io.IOException;
import java.util.Locale;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;

/**
 * Repetition and definition levels of a column. All rows have the same ones, so those of a page
 * follow from its number of rows and are encoded once.
 */
final class Levels {

  private static final int CAPACITY = 1 << 10;

  private final ColumnDescriptor column;
  private int entries;
  private int definition;
  private int encodedRows;
  private byte[] encoded;

  Levels(ColumnDescriptor column) {
    this.column = column;
  }

  /**
   * Adds a row.
   *
   * @param entries values of the row, or 1 if there is none
   * @param definition level of all of them
   * @throws IllegalArgumentException if the row is not like the first
   */
  void add(int entries, int definition) {
    if (this.entries == 0) {
      this.entries = entries;
      this.definition = definition;
    } else if (this.entries != entries || this.definition != definition) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "column %s: a row with %s after rows with %s",
              String.join(".", column.getPath()),
              describe(entries, definition),
              describe(this.entries, this.definition)));
    }
  }

  private String describe(int entries, int definition) {
    return areValues(definition) ? entries + " values" : "null";
  }

  private boolean areValues(int definition) {
    return definition == column.getMaxDefinitionLevel();
  }

  /** Entries, nulls included, of each row. */
  int entries() {
    return entries;
  }

  /** The bytes that go before the values of a page. */
  byte[] of(int rows) throws IOException {
    if (rows != encodedRows) {
      encoded = BytesInput.concat(repetition(rows), definition(rows)).toByteArray();
      encodedRows = rows;
    }
    return encoded;
  }

  private BytesInput repetition(int rows) {
    int most = column.getMaxRepetitionLevel();
    if (most == 0) {
      return BytesInput.empty();
    }
    RunLengthBitPackingHybridValuesWriter levels = writer(most);
    for (int row = 0; row < rows; row++) {
      levels.writeInteger(0);
      for (int entry = 1; entry < entries; entry++) {
        levels.writeInteger(most);
      }
    }
    return levels.getBytes();
  }

  private BytesInput definition(int rows) {
    int most = column.getMaxDefinitionLevel();
    if (most == 0) {
      return BytesInput.empty();
    }
    RunLengthBitPackingHybridValuesWriter levels = writer(most);
    for (int entry = 0; entry < rows * entries; entry++) {
      levels.writeInteger(definition);
    }
    return levels.getBytes();
  }

  private static RunLengthBitPackingHybridValuesWriter writer(int most) {
    return new RunLengthBitPackingHybridValuesWriter(
        BytesUtils.getWidthFromMaxInt(most), CAPACITY, CAPACITY, new HeapByteBufferAllocator());
  }
}
