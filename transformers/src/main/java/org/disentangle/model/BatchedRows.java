package org.disentangle.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** Rows that go through a function some at a time; holds one batch, so any partition fits. */
final class BatchedRows implements Iterator<Row> {

  /** Turns a batch of rows into as many rows, in the same order. */
  interface Step {
    List<Row> apply(List<Row> batch);
  }

  private final Iterator<Row> rows;
  private final int batchSize;
  private final Step step;
  private Iterator<Row> ready = Collections.emptyIterator();

  BatchedRows(Iterator<Row> rows, int batchSize, Step step) {
    this.rows = rows;
    this.batchSize = batchSize;
    this.step = step;
  }

  @Override
  public boolean hasNext() {
    return ready.hasNext() || rows.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!ready.hasNext()) {
      List<Row> batch = new ArrayList<>(batchSize);
      while (batch.size() < batchSize && rows.hasNext()) {
        batch.add(rows.next());
      }
      ready = step.apply(batch).iterator();
    }
    return ready.next();
  }
}
