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
 * that it does not depend on the order, and equal rows are in the same part.
 */
enum ImagePart {
  /** Four fifths. */
  TRAIN,

  /** One fifth. */
  TEST;

  /** The option's name. */
  static final String OPTION = "part";

  private static final InputErrors ERRORS = new InputErrors("disentangle");
  private static final int PARTS = 5;

  /** The options without this one. */
  static Map<String, String> others(Map<String, String> options) {
    Map<String, String> others = new LinkedHashMap<>(options);
    others.remove(OPTION);
    return others;
  }

  /**
   * The rows of the part that the options name; all where they name none.
   *
   * @throws org.disentangle.error.InvalidInputException if there is no part of this name
   */
  static Dataset<Row> of(Dataset<Row> rows, Map<String, String> options) {
    if (!options.containsKey(OPTION)) {
      return rows;
    }
    Column[] hashed =
        Arrays.stream(rows.schema().fields())
            .filter(field -> !field.dataType().catalogString().contains("map<")) // not hashed
            .map(field -> ExactColumn.named(field.name()))
            .toArray(Column[]::new);
    Column isTest = functions.pmod(functions.xxhash64(hashed), functions.lit(PARTS)).equalTo(0);
    return rows.filter(named(options.get(OPTION)) == TEST ? isTest : functions.not(isTest));
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
