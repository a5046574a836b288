// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.sql.Timestamp;
import java.util.Arrays;
import org.apache.spark.sql.Row;
import org.disentangle.latent.Seeds;
import scala.collection.Iterator;
import scala.collection.Seq;

/**
 * A number that follows from the content of a row alone, the same on every machine: paths count
 * without their folders, and times not at all, so that copies of files count as the same.
 */
final class RowHash {

  private RowHash() {}

  static long of(Row row) {
    long[] cells = new long[row.length()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = ofCell(row.get(i));
    }
    return Seeds.mix(cells.length, cells);
  }

  private static long ofCell(Object cell) {
    if (cell == null || cell instanceof Timestamp) {
      return 0;
    }
    if (cell instanceof String text) {
      return text.substring(text.lastIndexOf('/') + 1).hashCode();
    }
    if (cell instanceof Row struct) {
      return of(struct);
    }
    if (cell instanceof byte[] bytes) {
      return Arrays.hashCode(bytes);
    }
    if (cell instanceof Seq<?> values) {
      long hash = values.size();
      for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
        hash = 31 * hash + ofCell(each.next());
      }
      return hash;
    }
    return cell.hashCode();
  }
}
