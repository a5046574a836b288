// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.testing.SharedSpark;

/**
 * Rows that fit their columns but for some spots.
 *
 * @param size number of rows
 */
record Table(List<Cells> columns, int size, List<Spot> spots) {

  /** A cell in place of the one that fits; rows go round. */
  record Spot(int row, int column, Object cell) {
    @Override
    public String toString() {
      String text = cell instanceof byte[] bytes ? bytes.length + " bytes" : String.valueOf(cell);
      return String.format(Locale.ROOT, "row %d, column %d: %.200s", row, column, text);
    }
  }

  static Table fitting(List<Cells> columns, int size) {
    return new Table(columns, size, List.of());
  }

  /** Mostly with one spot; now and then hardly any rows. */
  static Arbitrary<Table> any(List<Cells> columns, int usualSize) {
    Arbitrary<Spot> spot =
        Arbitraries.integers()
            .between(0, columns.size() - 1)
            .flatMap(
                column ->
                    Combinators.combine(
                            Arbitraries.integers().between(0, usualSize - 1),
                            columns.get(column).other())
                        .as((row, cell) -> new Spot(row, column, cell)));
    Arbitrary<Integer> sizes =
        Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.just(usualSize)), Tuple.of(1, Arbitraries.of(0, 1, 2, 3)));
    Arbitrary<List<Spot>> spots =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.just(List.of())),
            Tuple.of(8, spot.list().ofSize(1)),
            Tuple.of(1, spot.list().ofSize(3)));
    return Combinators.combine(sizes, spots).as((size, some) -> new Table(columns, size, some));
  }

  Dataset<Row> data() {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < size; row++) {
      int place = row;
      Object[] cells = columns.stream().map(column -> column.fitting().apply(place)).toArray();
      spots.stream()
          .filter(spot -> spot.row() % size == place)
          .forEach(spot -> cells[spot.column()] = spot.cell());
      rows.add(RowFactory.create(cells));
    }
    StructField[] fields = columns.stream().map(Cells::field).toArray(StructField[]::new);
    return SharedSpark.session().createDataFrame(rows, new StructType(fields));
  }

  @Override
  public String toString() {
    List<String> types =
        IntStream.range(0, columns.size()).mapToObj(i -> columns.get(i).field().toDDL()).toList();
    return String.format(Locale.ROOT, "%d rows of %s, but %s", size, types, spots);
  }
}
