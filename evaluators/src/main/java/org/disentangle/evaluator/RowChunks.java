// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;

/**
 * Rows of some numbers and one array, packed into few large arrays, so that hundreds of thousands
 * of them reach the driver as quickly as their bytes do.
 *
 * <p>A row is the length of its array, its numbers, and the array; null becomes NaN, a null array
 * an empty one.
 *
 * @param numNumbers numbers per row
 */
record RowChunks(int numNumbers) implements FlatMapFunction<Iterator<InternalRow>, double[]> {

  private static final int CHUNK = 1 << 16;

  @Override
  public Iterator<double[]> call(Iterator<InternalRow> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public double[] next() {
        if (!rows.hasNext()) {
          throw new NoSuchElementException();
        }
        return chunk(rows);
      }
    };
  }

  private double[] chunk(Iterator<InternalRow> rows) {
    double[] packed = new double[CHUNK];
    int size = 0;
    while (rows.hasNext() && size < CHUNK) {
      InternalRow row = rows.next();
      ArrayData array = row.isNullAt(numNumbers) ? null : row.getArray(numNumbers);
      int width = array == null ? 0 : array.numElements();
      int end = size + 1 + numNumbers + width;
      if (end > packed.length) {
        packed = Arrays.copyOf(packed, Math.max(end, packed.length + CHUNK / 4));
      }
      packed[size++] = width;
      for (int i = 0; i < numNumbers; i++) {
        packed[size++] = row.isNullAt(i) ? Double.NaN : row.getDouble(i);
      }
      for (int i = 0; i < width; i++) {
        packed[size++] = array.isNullAt(i) ? Double.NaN : array.getDouble(i);
      }
    }
    return Arrays.copyOf(packed, size);
  }
}
