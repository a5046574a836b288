package org.disentangle.data;

import org.apache.spark.sql.connector.read.InputPartition;

/** The rows of one partition, from the first to before the end. */
record RowRange(int first, int end) implements InputPartition {

  /** Cuts rows into ranges whose sizes differ by at most one. */
  static RowRange[] cut(long rows, int ranges) {
    RowRange[] cut = new RowRange[ranges];
    for (int i = 0; i < ranges; i++) {
      cut[i] = new RowRange((int) (i * rows / ranges), (int) ((i + 1) * rows / ranges));
    }
    return cut;
  }
}
