// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Rows that go through a function some at a time; holds one batch, so any partition fits.
 *
 * @param <I> what goes in
 * @param <O> what comes out
 */
public final class BatchedRows<I, O> implements Iterator<O> {

  private final Iterator<I> rows;
  private final int batchSize;
  private final Function<List<I>, List<O>> step;
  private Iterator<O> ready = Collections.emptyIterator();

  /**
   * @param step turns a batch of rows into as many rows, in the same order
   */
  public BatchedRows(Iterator<I> rows, int batchSize, Function<List<I>, List<O>> step) {
    this.rows = rows;
    this.batchSize = batchSize;
    this.step = step;
  }

  @Override
  public boolean hasNext() {
    return ready.hasNext() || rows.hasNext();
  }

  @Override
  public O next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (!ready.hasNext()) {
      List<I> batch = new ArrayList<>(batchSize);
      while (batch.size() < batchSize && rows.hasNext()) {
        batch.add(rows.next());
      }
      ready = step.apply(batch).iterator();
    }
    return ready.next();
  }
}
