package org.disentangle.evaluator;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.InputErrors;

/**
 * One column of arrays and some columns of numbers, brought to the driver in one pass that computes
 * and moves nothing else; 8 bytes a number.
 *
 * @param names the columns of numbers
 * @param numbers their values, row by row
 * @param numCodes the length of every array
 * @param codes the arrays, row by row
 */
record PackedRows(List<String> names, double[] numbers, int numCodes, double[] codes) {

  static PackedRows collect(
      Dataset<?> data, String codesCol, List<String> names, InputErrors errors) {
    int numNames = names.size();
    Column[] columns =
        Stream.concat(
                names.stream().map(name -> quoted(name).cast("double")),
                Stream.of(doubles(data, codesCol)))
            .toArray(Column[]::new);
    List<byte[]> rows =
        data.select(columns)
            .map((MapFunction<Row, byte[]>) row -> pack(row, numNames), Encoders.BINARY())
            .collectAsList();
    if (rows.isEmpty()) {
      throw errors.rows("none", "at least one", "a filter left no rows.");
    }
    int numCodes = numCodes(rows.get(0), numNames);
    double[] numbers = new double[rows.size() * numNames];
    double[] codes = new double[rows.size() * numCodes];
    for (int row = 0; row < rows.size(); row++) {
      int found = numCodes(rows.get(row), numNames);
      if (found < 1 || found != numCodes) {
        throw errors.column(
            codesCol,
            found == numCodes
                ? "empty or null arrays"
                : "rows of %d and of %d values".formatted(numCodes, found),
            "one or more values, as many in every row",
            "rows of another source were added, or an array was null.");
      }
      ByteBuffer packed = ByteBuffer.wrap(rows.get(row));
      for (int i = 0; i < numNames; i++) {
        numbers[row * numNames + i] = finite(names.get(i), packed.getDouble(), errors);
      }
      for (int i = 0; i < numCodes; i++) {
        codes[row * numCodes + i] = finite(codesCol, packed.getDouble(), errors);
      }
    }
    return new PackedRows(names, numbers, numCodes, codes);
  }

  /** The values of one column of numbers. */
  double[] column(String name) {
    return columns(List.of(name));
  }

  /** The values of some columns of numbers, row by row. */
  double[] columns(List<String> some) {
    int rows = numbers.length / names.size();
    int[] places = some.stream().mapToInt(names::indexOf).toArray();
    double[] values = new double[rows * places.length];
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < places.length; i++) {
        values[row * places.length + i] = numbers[row * names.size() + places[i]];
      }
    }
    return values;
  }

  private static Column doubles(Dataset<?> data, String column) {
    boolean vector = ColumnType.VECTOR.matches(data.schema().apply(column).dataType());
    return vector
        ? org.apache.spark.ml.functions.vector_to_array(quoted(column), "float64")
        : quoted(column).cast("array<double>");
  }

  private static Column quoted(String name) {
    return functions.col("`" + name.replace("`", "``") + "`");
  }

  /** Numbers, then codes; null becomes NaN, a null array becomes an empty one. */
  private static byte[] pack(Row row, int numNames) {
    List<Double> codes = row.isNullAt(numNames) ? List.of() : row.getList(numNames);
    ByteBuffer packed = ByteBuffer.allocate((numNames + codes.size()) * Double.BYTES);
    for (int i = 0; i < numNames; i++) {
      packed.putDouble(row.isNullAt(i) ? Double.NaN : row.getDouble(i));
    }
    for (Double code : codes) {
      packed.putDouble(code == null ? Double.NaN : code);
    }
    return packed.array();
  }

  private static int numCodes(byte[] packed, int numNames) {
    return packed.length / Double.BYTES - numNames;
  }

  private static double finite(String column, double value, InputErrors errors) {
    if (!Double.isFinite(value)) {
      throw errors.column(
          column,
          Double.isNaN(value) ? "null or NaN" : String.valueOf(value),
          "finite numbers in every row",
          "an encoder diverged, or a join left gaps.");
    }
    return value;
  }
}
