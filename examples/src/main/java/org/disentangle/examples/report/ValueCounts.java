// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** How often each value of a column occurs; beyond many values they are no longer told apart. */
final class ValueCounts implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 20_000;

  private final ArrayList<ValueCounts> columns = new ArrayList<>();
  private final TreeMap<Object, Long> ofValue = new TreeMap<>();
  private boolean overflow;
  private long rows;
  private long nulls;
  private double least = Double.POSITIVE_INFINITY;
  private double most = Double.NEGATIVE_INFINITY;

  private ValueCounts() {}

  /** Counts the values of some rows, of which each cell is a number, a text or null. */
  static ValueCounts of(int width, Iterator<Row> rows) {
    ValueCounts all = new ValueCounts();
    for (int i = 0; i < width; i++) {
      all.columns.add(new ValueCounts());
    }
    while (rows.hasNext()) {
      Row row = rows.next();
      for (int i = 0; i < width; i++) {
        all.columns.get(i).add(row.get(i));
      }
    }
    return all;
  }

  private void add(Object value) {
    rows++;
    if (value == null) {
      nulls++;
      return;
    }
    if (value instanceof Number number) {
      least = Math.min(least, number.doubleValue());
      most = Math.max(most, number.doubleValue());
    }
    add(value, 1);
  }

  private void add(Object value, long count) {
    if (ofValue.size() < MOST || ofValue.containsKey(value)) {
      ofValue.merge(value, count, Long::sum);
    } else {
      overflow = true;
    }
  }

  /** Both together. */
  ValueCounts and(ValueCounts other) {
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addAll(other.columns.get(i));
    }
    return this;
  }

  private void addAll(ValueCounts other) {
    rows += other.rows;
    nulls += other.nulls;
    least = Math.min(least, other.least);
    most = Math.max(most, other.most);
    overflow |= other.overflow;
    other.ofValue.forEach(this::add);
  }

  List<ValueCounts> columns() {
    return columns;
  }

  long rows() {
    return rows;
  }

  long nulls() {
    return nulls;
  }

  double least() {
    return least;
  }

  double most() {
    return most;
  }

  /** How many values there are, in words. */
  String distinct() {
    return (overflow ? "more than " : "") + ofValue.size();
  }

  Map<Object, Long> ofValue() {
    return ofValue;
  }
}
