// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.CodeColumns;
import org.disentangle.metric.LabelledCodes;
import org.disentangle.metric.UnusableFactorException;
import org.disentangle.stage.HasCodesCol;
import org.disentangle.stage.HasFactorCols;
import org.disentangle.stage.InputErrors;
import org.disentangle.stage.SchemaChecks;
import org.disentangle.stage.StageParams;

/**
 * The codes and factors of a DataFrame, checked and on the driver, in the order of its rows.
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
   *     or if values are null or not finite
   */
  static <S extends HasCodesCol<S> & HasFactorCols<S>> CollectedCodes of(S stage, Dataset<?> data) {
    checkCodes(stage, data);
    List<String> columns = stage.factorColsIn(data.schema());
    InputErrors errors = InputErrors.of(stage);
    PackedRows rows = PackedRows.collect(data, stage.getCodesCol(), columns, errors);
    List<String> varying =
        columns.stream().filter(column -> !CodeColumns.isConstant(rows.column(column))).toList();
    List<String> refused = new ArrayList<>(columns);
    refused.removeAll(varying);
    if (varying.isEmpty() || (stage.isSet(stage.factorCols()) && !refused.isEmpty())) {
      throw errors.column(
          String.join(", ", refused),
          "one value in all rows",
          "two or more values of a factor",
          "The data set does not vary this factor; name the others in factorCols.");
    }
    return new CollectedCodes(
        new LabelledCodes(rows.width(), rows.arrays(), varying.size(), rows.columns(varying)),
        varying);
  }

  /** Collects the codes alone. */
  static <S extends HasCodesCol<S>> CollectedCodes withoutFactors(S stage, Dataset<?> data) {
    checkCodes(stage, data);
    PackedRows rows =
        PackedRows.collect(data, stage.getCodesCol(), List.of(), InputErrors.of(stage));
    return new CollectedCodes(
        new LabelledCodes(rows.width(), rows.arrays(), 0, new double[0]), List.of());
  }

  /** Continuous factors become discrete; 0 leaves all as they are. */
  CollectedCodes binned(int factorBins) {
    return factorBins == 0 ? this : new CollectedCodes(table.binned(factorBins), factorCols);
  }

  /**
   * The result of a metric; where it refuses its input, the error names the stage and the column of
   * the factor.
   */
  <R> R named(StageParams<?> stage, Supplier<R> metric) {
    try {
      return metric.get();
    } catch (InvalidInputException e) {
      throw InputErrors.of(stage).named(inColumns(e));
    }
  }

  /** The same error with the column of a factor in place of its number. */
  InvalidInputException inColumns(InvalidInputException refusal) {
    return refusal instanceof UnusableFactorException unusable
        ? unusable.inColumn(factorCols.get(unusable.factor()))
        : refusal;
  }

  private static <S extends HasCodesCol<S>> void checkCodes(S stage, Dataset<?> data) {
    new SchemaChecks(stage, data.schema()).numbers(stage.codesCol());
  }
}
