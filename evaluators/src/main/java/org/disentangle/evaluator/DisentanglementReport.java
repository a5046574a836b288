// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.metric.suite.SuiteScores;
import org.disentangle.metric.suite.SuiteScores.Score;

/**
 * Metrics of one table by name.
 *
 * @param factorCols the column of each factor that took part
 * @param numCodes codes per row
 * @param scores the metrics, and the matrices they were made from with codes as rows and factors as
 *     columns
 */
public record DisentanglementReport(List<String> factorCols, int numCodes, SuiteScores scores) {

  private static final StructType SCHEMA =
      new StructType()
          .add("metric", DataTypes.StringType, false)
          .add("value", DataTypes.DoubleType, true)
          .add("largerIsBetter", DataTypes.BooleanType, false)
          .add("meaning", DataTypes.StringType, false)
          .add("undefined", DataTypes.StringType, true);

  /**
   * The value of a metric; NaN if it is not defined on the table.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public double value(String metric) {
    return scores.value(metric);
  }

  /**
   * A DataFrame with one row per metric: {@code metric}, {@code value} (null if not defined),
   * {@code largerIsBetter}, {@code meaning}, {@code undefined} (why it is not defined, or null).
   */
  public Dataset<Row> toDataFrame(SparkSession spark) {
    List<Row> rows =
        scores.scores().stream()
            .map(
                score ->
                    RowFactory.create(
                        score.metric().name(),
                        score.isDefined() ? score.value() : null,
                        score.metric().largerIsBetter(),
                        score.metric().meaning(),
                        score.isDefined() ? null : score.undefined()))
            .toList();
    return spark.createDataFrame(rows, SCHEMA);
  }

  /**
   * {@code {"metric": value, ...}} with null for a metric that is not defined, and "Infinity" in
   * quotes for what is infinite.
   */
  public String toJson() {
    Map<String, Double> values = new LinkedHashMap<>();
    scores
        .scores()
        .forEach(
            score -> values.put(score.metric().name(), score.isDefined() ? score.value() : null));
    try {
      return new ObjectMapper()
              .enable(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(values)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A table to read: name, value, and which direction is better, or why there is no value; after it
   * what may help, once where it is the same for several.
   */
  @Override
  public String toString() {
    int width =
        scores.scores().stream().mapToInt(score -> score.metric().name().length()).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (Score score : scores.scores()) {
      text.append(String.format(Locale.ROOT, "%-" + width + "s  ", score.metric().name()));
      text.append(
          score.isDefined()
              ? value(score)
              : "not defined: " + score.refusal().orElseThrow().problem() + ".");
      text.append(System.lineSeparator());
    }
    scores.scores().stream()
        .flatMap(score -> score.refusal().flatMap(InvalidInputException::advice).stream())
        .distinct()
        .forEach(advice -> text.append(advice).append(System.lineSeparator()));
    return text.toString();
  }

  private static String value(Score score) {
    double rounded = Math.rint(score.value() * 1e6) / 1e6 + 0.0; // no minus before zeros
    return String.format(
        Locale.ROOT,
        "%12.6f  %s is better",
        rounded,
        score.metric().largerIsBetter() ? "larger" : "smaller");
  }
}
