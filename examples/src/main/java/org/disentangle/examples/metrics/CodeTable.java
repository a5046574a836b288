package org.disentangle.examples.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * A file with one observation a row: CSV with a header (plain or gzipped) if its name says so, else
 * Parquet.
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

  private static final InputErrors ERRORS = new InputErrors("disentangle metrics");

  /** The column of codes that {@link #load} gives; every other one is a factor. */
  public static final String LOADED_CODES = "codes";

  /**
   * The columns of factors and a column "codes", in the order of the file.
   *
   * @throws org.disentangle.stage.InvalidInputException if no column matches the patterns of the
   *     codes, or one of them holds no numbers
   */
  public Dataset<Row> load(SparkSession spark) {
    Dataset<Row> rows = read(spark);
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
          "they have other names; name them with --codes.",
          null);
    }
    List<Column> columns =
        Stream.concat(
                matching(schema, factors).stream().map(ExactColumn::named),
                Stream.of(codesColumn(schema, codeCols)))
            .toList();
    return rows.select(columns.toArray(Column[]::new));
  }

  private Dataset<Row> read(SparkSession spark) {
    return path.endsWith(".csv") || path.endsWith(".csv.gz")
        ? spark
            .read()
            .option("header", true)
            .option("inferSchema", true)
            .option("mode", "FAILFAST")
            .csv(path)
        : spark.read().parquet(path);
  }

  private Column codesColumn(StructType schema, List<String> names) {
    boolean numbers =
        names.stream().allMatch(name -> schema.apply(name).dataType() instanceof NumericType);
    if (!numbers && names.size() > 1) {
      throw ERRORS.file(
          path,
          names.stream()
              .map(name -> name + " of type " + schema.apply(name).dataType().catalogString())
              .collect(Collectors.joining(", ")),
          "numbers in every column of codes",
          "a value is text or missing, or a column is no code; name the others with --codes.",
          null);
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

  private static boolean matches(StructType schema, String name) {
    return Arrays.asList(schema.fieldNames()).contains(name);
  }

  private static List<String> matching(StructType schema, List<String> patterns) {
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
