// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.InputErrors;

/** Straight lines between the codes of two images, in a given number of steps for each code. */
record StyleInterpolation(StyleContentModel model, int steps) {

  private static final String SPECIFIED_STEP = "specifiedStep";
  private static final String UNSPECIFIED_STEP = "unspecifiedStep";

  StyleInterpolation {
    if (steps < 2) {
      throw InputErrors.of(model).parameter("steps", steps, "at least 2, both ends included");
    }
  }

  Dataset<Row> of(Dataset<?> rows, String from, String to) {
    StructType schema = rows.schema();
    StyleContentColumns columns = new StyleContentColumns(model);
    columns.images(schema, to);
    Dataset<Row> start = columns.encoded(rows, from, true, true);
    StyleContentModel far = renamed();
    Dataset<Row> both = new StyleContentColumns(far).encoded(start, to, true, true);
    StructType output =
        columns.withUnspecified(
            columns.withSpecified(
                schema
                    .add(SPECIFIED_STEP, DataTypes.IntegerType, false)
                    .add(UNSPECIFIED_STEP, DataTypes.IntegerType, false)));
    int kept = schema.length();
    int last = steps - 1;
    return columns.decoded(MappedRows.flat(both, row -> between(row, kept, last), output));
  }

  /** The model with other names for its codes, so that those of two images fit in one row. */
  private StyleContentModel renamed() {
    return model
        .copy(ParamMap.empty())
        .setSpecifiedCol(model.getSpecifiedCol() + "_to")
        .setUnspecifiedCol(model.getUnspecifiedCol() + "_to");
  }

  /**
   * @param kept columns of the input; behind them are both codes of both images
   */
  private static List<Row> between(Row row, int kept, int last) {
    List<Row> rows = new ArrayList<>((last + 1) * (last + 1));
    Object[] input = new Object[kept];
    Arrays.setAll(input, row::get);
    Row start = RowFactory.create(input);
    for (int s = 0; s <= last; s++) {
      for (int z = 0; z <= last; z++) {
        rows.add(
            AppendedCells.of(
                start,
                s,
                z,
                line(code(row, kept), code(row, kept + 2), (double) s / last),
                line(code(row, kept + 1), code(row, kept + 3), (double) z / last)));
      }
    }
    return rows;
  }

  private static float[] code(Row row, int column) {
    return NearestRows.floats(row.getList(column));
  }

  /** A point on the way. */
  static float[] line(float[] from, float[] to, double share) {
    float[] code = new float[from.length];
    for (int i = 0; i < code.length; i++) {
      code[i] = (float) ((1 - share) * from[i] + share * to[i]);
    }
    return code;
  }
}
