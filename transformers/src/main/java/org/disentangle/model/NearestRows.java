// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The nearest rows of one partition to each of some queries.
 *
 * @param k most rows a query
 */
record NearestRows(List<Coded> queries, int k) implements MapPartitionsFunction<Row, Row> {

  /** An id and a code. */
  record Coded(long id, float[] code) implements Serializable {

    /** Of a row with just these. */
    static Coded of(Row row) {
      return new Coded(row.getLong(0), floats(row.getList(1)));
    }

    /** Euclidean. */
    double distance(Coded other) {
      double sum = 0;
      for (int i = 0; i < code.length; i++) {
        double difference = (double) code[i] - other.code[i];
        sum += difference * difference;
      }
      return Math.sqrt(sum);
    }
  }

  static float[] floats(List<Float> values) {
    float[] code = new float[values.size()];
    for (int i = 0; i < code.length; i++) {
      code[i] = values.get(i);
    }
    return code;
  }

  private record Found(long id, double distance) {}

  private static final Comparator<Found> NEAREST_FIRST =
      Comparator.comparingDouble(Found::distance).thenComparingLong(Found::id);

  @Override
  public Iterator<Row> call(Iterator<Row> gallery) {
    List<PriorityQueue<Found>> nearest = new ArrayList<>();
    queries.forEach(query -> nearest.add(new PriorityQueue<>(NEAREST_FIRST.reversed())));
    while (gallery.hasNext()) {
      Coded candidate = Coded.of(gallery.next());
      for (int query = 0; query < queries.size(); query++) {
        PriorityQueue<Found> kept = nearest.get(query);
        kept.add(new Found(candidate.id(), queries.get(query).distance(candidate)));
        if (kept.size() > k) {
          kept.remove();
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int query = 0; query < queries.size(); query++) {
      for (Found found : nearest.get(query)) {
        rows.add(RowFactory.create(queries.get(query).id(), found.id(), found.distance()));
      }
    }
    return rows.iterator();
  }
}
