// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.table;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ColumnType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * A {@linkplain TableFile table} with one observation a row.
 *
 * @param path the file or folder
 * @param factors patterns of the columns of factors, * standing for any characters
 * @param codes patterns of the columns of codes, one number each; or one column of arrays or
 *     vectors
 */
public record CodeTable(String path, List<String> factors, List<String> codes) {

  /** The columns taken for factors and codes where nothing else is said. */
  public static final String FACTORS = "factor_*";

  public static final String CODES = "code_*";

  /** Columns that hold all codes of a row. */
  private static final Set<ColumnType> SEVERAL =
      EnumSet.of(
          ColumnType.FLOAT_ARRAY,
          ColumnType.DOUBLE_ARRAY,
          ColumnType.VECTOR,
          ColumnType.VECTOR_PARTS);

  private static final InputErrors ERRORS = new InputErrors("disentangle metrics");

  /** The column of codes that {@link #load} gives; every other one is a factor. */
  public static final String LOADED_CODES = "codes";

  /**
   * The columns of factors and a column "codes", in the order of the file.
   *
   * @throws org.disentangle.error.InvalidInputException if no column matches the patterns of the
   *     codes, or one of them holds no numbers
   */
  public Dataset<Row> load(SparkSession spark) {
    Dataset<Row> rows = new TableFile(path).load(spark);
    StructType schema = rows.schema();
    List<String> codeCols = matching(schema, codes);
    if (codeCols.isEmpty() && codes.equals(List.of(CODES)) && matches(schema, LOADED_CODES)) {
      codeCols = List.of(LOADED_CODES);
    }
    if (codeCols.isEmpty()) {
      throw ERRORS.file(
          path,
          "columns " + List.of(schema.fieldNames()),
          "columns of codes, which match " + codes,
          advice(schema, "Name the columns of codes with --codes."),
          null);
    }
    List<Column> columns =
        Stream.concat(
                matching(schema, factors).stream().map(ExactColumn::named),
                Stream.of(codesColumn(rows, codeCols)))
            .toList();
    return rows.select(columns.toArray(Column[]::new));
  }

  /**
   * Checks what {@link #load} gave for factors.
   *
   * @throws org.disentangle.error.InvalidInputException if there are none, or one is not numeric
   */
  public void requireFactors(Dataset<Row> loaded) {
    Dataset<Row> columns = loaded.drop(LOADED_CODES);
    if (columns.columns().length == 0) {
      throw ERRORS.file(
          path,
          "no column that matches " + String.join(", ", factors),
          "columns of factors",
          "Name the columns of factors with --factors.",
          null);
    }
    requireNumbers(
        Arrays.stream(columns.schema().fields())
            .filter(field -> !(field.dataType() instanceof NumericType))
            .toList(),
        "numbers in every column of factors",
        "Name only columns of numbers with --factors.");
  }

  /** Names that only look right: CSV knows double quotes alone, right behind the comma. */
  private static String advice(StructType schema, String otherwise) {
    return Arrays.stream(schema.fieldNames())
        .filter(name -> !name.equals(name.strip()) || name.matches("['\"\u2018\u201c].*"))
        .findFirst()
        .map(
            name ->
                String.format(
                    Locale.ROOT,
                    "The name <%s> has blanks or quotation marks: write it plain, or in double quotes right"
                        + " behind the comma.",
                    name))
        .orElse(otherwise);
  }

  private void requireNumbers(List<StructField> others, String expected, String advice) {
    if (!others.isEmpty()) {
      throw ERRORS.file(
          path,
          others.stream()
              .map(field -> field.name() + " of type " + field.dataType().catalogString())
              .collect(Collectors.joining(", ")),
          expected,
          advice,
          null);
    }
  }

  private Column codesColumn(Dataset<Row> rows, List<String> names) {
    StructType schema = rows.schema();
    boolean numbers = names.stream().allMatch(name -> isNumbers(rows, name));
    if (!numbers && names.size() > 1) {
      requireNumbers(
          names.stream()
              .filter(name -> !isNumbers(rows, name))
              .map(name -> schema.apply(name))
              .toList(),
          "numbers in every column of codes",
          "Name only columns of numbers with --codes.");
    }
    if (!numbers
        && SEVERAL.stream()
            .noneMatch(type -> type.matches(schema.apply(names.get(0)).dataType()))) {
      requireNumbers(
          List.of(schema.apply(names.get(0))),
          "numbers, or arrays of float or double, or vectors",
          "Name columns of codes with --codes.");
    }
    return numbers
        ? functions
            .array(
                names.stream()
                    .map(name -> ExactColumn.named(name).cast("double"))
                    .toArray(Column[]::new))
            .as(LOADED_CODES)
        : ExactColumn.named(names.get(0)).as(LOADED_CODES);
  }

  /** Text may say numbers too, such as the nan of numpy.savetxt. */
  private boolean isNumbers(Dataset<Row> rows, String name) {
    DataType type = rows.schema().apply(name).dataType();
    if (!type.equals(DataTypes.StringType)) {
      return type instanceof NumericType;
    }
    Column cell = ExactColumn.named(name);
    List<Row> words =
        rows.filter(cell.isNotNull().and(ExactColumn.asNumber(name).isNull()))
            .select(cell)
            .takeAsList(1);
    if (!words.isEmpty()) {
      throw ERRORS.file(
          path,
          String.format(Locale.ROOT, "'%s' in column %s", words.get(0).get(0), name),
          "numbers in every column of codes",
          "Name only columns of numbers with --codes.",
          null);
    }
    return true;
  }

  private static boolean matches(StructType schema, String name) {
    return Arrays.asList(schema.fieldNames()).contains(name);
  }

  /**
   * The names of the columns that match any of the patterns, in the order of the schema.
   *
   * @param patterns names in which a star stands for any letters
   */
  public static List<String> matching(StructType schema, List<String> patterns) {
    Pattern any =
        Pattern.compile(
            patterns.stream()
                .map(
                    pattern ->
                        Arrays.stream(pattern.split("\\*", -1))
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*")))
                .collect(Collectors.joining("|")));
    return Arrays.stream(schema.fieldNames()).filter(name -> any.matcher(name).matches()).toList();
  }
}
