package org.disentangle.evaluator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.InvalidInputException;
import org.disentangle.stage.SchemaChecks;

/**
 * The codes and factors of a DataFrame, checked and on the driver.
 *
 * @param table the rows
 * @param factorCols the column of each factor of the table
 */
record CollectedCodes(LabelledCodes table, List<String> factorCols) {

  /**
   * Collects the columns that a stage names. Factor columns with one value are left out if the
   * stage found them by their prefix, and refused if it names them.
   *
   * @throws InvalidInputException if columns are missing or of another type, if there are no rows,
   *     if values are null or not finite, or if no two rows share a value of a factor
   */
  static <S extends HasCodesCol<S> & HasFactorCols<S>> CollectedCodes of(S stage, Dataset<?> data) {
    new SchemaChecks(stage, data.schema())
        .input(
            stage.codesCol(), ColumnType.FLOAT_ARRAY, ColumnType.DOUBLE_ARRAY, ColumnType.VECTOR);
    List<String> columns = stage.factorColsIn(data.schema());
    InputErrors errors = InputErrors.of(stage);
    PackedRows rows = PackedRows.collect(data, stage.getCodesCol(), columns, errors);
    List<String> varying = new ArrayList<>(columns);
    if (!stage.isSet(stage.factorCols())) {
      varying.removeIf(column -> constant(rows.column(column)));
    }
    if (varying.isEmpty()) {
      throw oneValue(errors, String.join(", ", columns));
    }
    LabelledCodes table =
        new LabelledCodes(rows.width(), rows.arrays(), varying.size(), rows.columns(varying));
    for (int factor = 0; factor < varying.size(); factor++) {
      checkSize(errors, varying.get(factor), table.factorSize(factor), table.rows());
    }
    return new CollectedCodes(table.canonical(), varying);
  }

  private static void checkSize(InputErrors errors, String column, int size, int rows) {
    if (size == 1) {
      throw oneValue(errors, column);
    }
    if (size == rows) {
      throw errors.column(
          column,
          "a different value in each of %d rows".formatted(rows),
          "values that several rows share",
          "the factor is continuous and needs binning, or the rows are too few.");
    }
  }

  private static InvalidInputException oneValue(InputErrors errors, String column) {
    return errors.column(
        column,
        "one value in all rows",
        "two or more values of a factor",
        "the data set does not vary this factor; name the others in factorCols.");
  }

  private static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(value -> value == values[0]);
  }
}
