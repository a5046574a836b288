// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;

/** Param {@code factorCols}: the columns of ground-truth factors. */
public interface HasFactorCols<T extends StageParams<T>> extends StageParams<T> {

  /** What the name of a factor column begins with when {@code factorCols} is not set. */
  String FACTOR_PREFIX = "factor_";

  /**
   * Names of the numeric columns of ground-truth factors, one or more, all different. Unset by
   * default; then a stage takes the columns whose names begin with {@value #FACTOR_PREFIX} and that
   * have more than one value.
   */
  default StringArrayParam factorCols() {
    return declared()
        .stringArrayParam(
            "factorCols",
            Allowed.columnNames(),
            "columns of ground-truth factors; unset: those that begin with " + FACTOR_PREFIX);
  }

  default String[] getFactorCols() {
    return value(factorCols()).clone();
  }

  default T setFactorCols(String... columns) {
    return with(factorCols(), columns.clone());
  }

  /**
   * The factor columns of a schema: those that are set, or else those that begin with {@value
   * #FACTOR_PREFIX}, in the order of the schema.
   *
   * @throws InvalidInputException if a column that is set is missing, if none begins with the
   *     prefix, or if one is not numeric
   */
  default List<String> factorColsIn(StructType schema) {
    List<String> columns =
        isSet(factorCols())
            ? List.of(getFactorCols())
            : Arrays.stream(schema.fieldNames())
                .filter(name -> name.startsWith(FACTOR_PREFIX))
                .toList();
    if (columns.isEmpty()) {
      throw InputErrors.of(this)
          .unset(
              "factorCols",
              String.format(
                  Locale.ROOT,
                  "columns of factors, because none of %s begins with '%s'",
                  InputErrors.quote(schema.fieldNames()),
                  FACTOR_PREFIX),
              "Name the factors in factorCols, or give columns names that begin with 'factor_' (in"
                  + " --data: pattern= or table= of folders, rename=NAME:factor_NAME of tables).");
    }
    SchemaChecks checks = new SchemaChecks(this, schema);
    columns.forEach(column -> checks.column(factorCols(), column, ColumnType.NUMBER));
    return columns;
  }
}
