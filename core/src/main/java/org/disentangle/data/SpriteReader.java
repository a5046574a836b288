package org.disentangle.data;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.connector.read.PartitionReader;

/** Renders the rows of one partition, one after the other, into one row object. */
final class SpriteReader implements PartitionReader<InternalRow> {

  private final List<SpriteCell> cells;
  private final IntUnaryOperator gridIndexOfRow;
  private final int end;
  private final GenericInternalRow row;
  private int next;

  SpriteReader(SpriteOptions options, List<String> columns, SpriteRange range) {
    this.cells = columns.stream().map(column -> SpriteCell.of(column, options)).toList();
    this.gridIndexOfRow = options.selection().gridIndexOfRow();
    this.row = new GenericInternalRow(cells.size());
    this.next = range.first();
    this.end = range.end();
  }

  @Override
  public boolean next() {
    if (next == end) {
      return false;
    }
    int[] factors = SpriteGrid.factors(gridIndexOfRow.applyAsInt(next++));
    for (int i = 0; i < cells.size(); i++) {
      row.update(i, cells.get(i).value(factors));
    }
    return true;
  }

  @Override
  public InternalRow get() {
    return row;
  }

  /** Nothing is held open. */
  @Override
  public void close() {}
}
