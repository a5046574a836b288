// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.command.option;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.stage.ExactColumn;
import org.disentangle.stage.InputErrors;

/**
 * A part of the images, by the option {@code part} of every kind: to train on four fifths of them
 * and to measure on the others. Which image is in which part follows from what is in its row, so
 * that it does not depend on the order, and equal rows are in the same part. With the option {@code
 * by} all images of one value of a column, such as an identity, are in the same part: the first
 * four fifths of the values are to train on.
 */
enum ImagePart {
  /** Four fifths. */
  TRAIN,

  /** One fifth. */
  TEST;

  /** The option's name. */
  static final String OPTION = "part";

  /** Name of the option with the column whose values are not taken apart. */
  static final String BY = "by";

  private static final InputErrors ERRORS = new InputErrors("disentangle");
  private static final int PARTS = 5;

  /** The options without these. */
  static Map<String, String> others(Map<String, String> options) {
    Map<String, String> others = new LinkedHashMap<>(options);
    others.remove(OPTION);
    others.remove(BY);
    return others;
  }

  /**
   * The rows of the part that the options name; all where they name none.
   *
   * @throws org.disentangle.error.InvalidInputException if there is no part of this name, or no
   *     column of two values or more to go by
   */
  static Dataset<Row> of(Dataset<Row> rows, Map<String, String> options) {
    if (!options.containsKey(OPTION)) {
      if (options.containsKey(BY)) {
        throw ERRORS.conflict("--data, by needs part=train or part=test");
      }
      return rows;
    }
    ImagePart part = named(options.get(OPTION));
    Column isTest =
        options.containsKey(BY) ? isOfLastValues(rows, options.get(BY)) : isOfOneFifth(rows);
    return rows.filter(part == TEST ? isTest : functions.not(isTest));
  }

  private static Column isOfOneFifth(Dataset<Row> rows) {
    Column[] hashed =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !field.dataType().catalogString().contains("map<")) // not hashed
            .map(field -> ExactColumn.named(field.name()))
            .toArray(Column[]::new);
    return functions.pmod(functions.xxhash64(hashed), functions.lit(PARTS)).equalTo(0);
  }

  /** Null is of none of them. */
  private static Column isOfLastValues(Dataset<Row> rows, String name) {
    if (!List.of(rows.columns()).contains(name)) {
      throw ERRORS.parameter("--data, by", name, "one of the columns " + List.of(rows.columns()));
    }
    Column column = ExactColumn.named(name);
    List<Object> values =
        rows
            .select(column.as(name))
            .where(column.isNotNull())
            .distinct()
            .sort(column)
            .collectAsList()
            .stream()
            .map(row -> row.get(0))
            .toList();
    if (values.size() < 2) {
      throw ERRORS.parameter(
          "--data, by", name, "a column of two values or more; it has " + values.size());
    }
    int training = Math.max(1, values.size() * (PARTS - 1) / PARTS);
    List<Object> last = values.subList(training, values.size());
    return functions.coalesce(column.isin(last.toArray()), functions.lit(false));
  }

  private static ImagePart named(String text) {
    return Arrays.stream(values())
        .filter(part -> part.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> ERRORS.parameter("--data, part", text, "one of " + List.of(values())));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
