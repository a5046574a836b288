package org.disentangle.data;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.IOUtils;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Makes the rows of one partition, one after the other, in one row object. */
final class RowReader implements PartitionReader<InternalRow> {

  private final List<Cell> cells;
  private final int end;
  private final GenericInternalRow row;
  private int next;

  RowReader(List<Cell> cells, RowRange range) {
    this.cells = cells;
    this.row = new GenericInternalRow(cells.size());
    this.next = range.first();
    this.end = range.end();
  }

  @Override
  public boolean next() throws IOException {
    if (next == end) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      row.update(i, cells.get(i).value(next));
    }
    next++;
    return true;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  @Override
  public void close() {
    IOUtils.closeStreams(cells.toArray(Cell[]::new));
  }
}
