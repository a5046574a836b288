// SPDX-License-Identifier: Apache-2.0
package org.disentangle.stage;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;

/**
 * Checks the input schema of one stage, column by column.
 *
 * <pre>
 * SchemaChecks checks = new SchemaChecks(this, schema);
 * checks.input(codesCol(), ColumnType.FLOAT_ARRAY, ColumnType.VECTOR);
 * checks.output(generatedCol());
 * </pre>
 *
 * @param stage the stage, for its uid and the values of its Params
 * @param schema the schema of the DataFrame the stage is given
 */
public record SchemaChecks(StageParams<?> stage, StructType schema) {

  /**
   * The column that a Param names.
   *
   * @throws InvalidInputException if it does not exist, exists twice, or has none of the types
   */
  public StructField input(Param<String> param, ColumnType... types) {
    return column(param, stage.value(param), types);
  }

  /**
   * The column that a Param names, a list of numbers in each row: arrays, ML vectors, or the
   * structs that other programs make of these.
   *
   * @throws InvalidInputException as {@link #input}
   */
  public StructField numbers(Param<String> param) {
    return input(
        param,
        ColumnType.FLOAT_ARRAY,
        ColumnType.DOUBLE_ARRAY,
        ColumnType.VECTOR,
        ColumnType.VECTOR_PARTS);
  }

  /**
   * One column that a Param names, alone or among others.
   *
   * @throws InvalidInputException if it does not exist, exists twice, or has none of the types
   */
  public StructField column(Param<?> param, String column, ColumnType... types) {
    StructField field = only(param, column, types);
    if (Arrays.stream(types).noneMatch(type -> type.matches(field.dataType()))) {
      throw InputErrors.of(stage)
          .column(
              column,
              "type " + ColumnType.describe(field.dataType()),
              Arrays.stream(types).map(ColumnType::toString).collect(Collectors.joining(" or ")),
              String.format(
                  Locale.ROOT, "Name another column in %s, or cast this one.", param.name()));
    }
    return field;
  }

  private StructField only(Param<?> param, String column, ColumnType[] types) {
    StructField field =
        Arrays.stream(schema.fields())
            .filter(candidate -> candidate.name().equals(column))
            .findFirst()
            .orElseThrow(() -> missing(param, column, types));
    String[] alike =
        Arrays.stream(schema.fieldNames())
            .filter(name -> name.equalsIgnoreCase(column))
            .toArray(String[]::new);
    if (alike.length > 1) {
      throw InputErrors.of(stage)
          .column(
              column,
              "columns " + InputErrors.quote(alike),
              "one column of that name, in upper or lower case",
              "Drop or rename the others.");
    }
    return field;
  }

  /** Whether the column that a Param names exists. */
  public boolean has(Param<String> param) {
    return Arrays.asList(schema.fieldNames()).contains(stage.value(param));
  }

  /**
   * The name of the column that a Param wants to add.
   *
   * @throws InvalidInputException if it exists already, in upper or lower case
   */
  public String output(Param<String> param) {
    return output(param, stage.value(param));
  }

  /**
   * The name of a column that a Param wants to add besides the one of its own name.
   *
   * @throws InvalidInputException if it exists already, in upper or lower case
   */
  public String output(Param<String> param, String column) {
    for (String existing : schema.fieldNames()) {
      if (existing.equalsIgnoreCase(column)) {
        throw InputErrors.of(stage)
            .column(
                column,
                "an input column named '" + existing + "'",
                String.format(
                    Locale.ROOT, "no such column, because parameter %s adds it", param.name()),
                "Drop or rename that column.");
      }
    }
    return column;
  }

  private InvalidInputException missing(Param<?> param, String column, ColumnType[] types) {
    List<String> fitting =
        Arrays.stream(schema.fields())
            .filter(field -> Arrays.stream(types).anyMatch(type -> type.matches(field.dataType())))
            .map(StructField::name)
            .toList();
    return InputErrors.of(stage)
        .column(
            column,
            "columns " + InputErrors.quote(schema.fieldNames()),
            String.format(Locale.ROOT, "that parameter %s names one of them", param.name()),
            NearestName.hint(column, fitting, "Add the column in an earlier step."));
  }
}
