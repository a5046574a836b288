// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rounds of a run, in order; also as rows, one per round, that can be kept as Parquet.
 *
 * @param lossNames all losses of the procedure, in its order
 * @param rounds one record a round
 */
public record History(List<String> lossNames, List<RoundRecord> rounds) implements Serializable {

  private static final String LOSS_PREFIX = "loss_";

  public History {
    lossNames = List.copyOf(lossNames);
    rounds = List.copyOf(rounds);
  }

  /**
   * The newest round.
   *
   * @throws NoSuchElementException if there is none
   */
  public RoundRecord last() {
    if (rounds.isEmpty()) {
      throw new NoSuchElementException("no round was trained");
    }
    return rounds.get(rounds.size() - 1);
  }

  /** Images that all workers took each second, over all rounds; NaN if there is none. */
  public double imagesPerSecond() {
    double images = rounds.stream().mapToLong(RoundRecord::images).sum();
    return images / rounds.stream().mapToDouble(RoundRecord::seconds).sum();
  }

  /**
   * Columns {@code round, iteration, images} (long), {@code seconds, imagesPerSecond,
   * averagingShare} (double) and one {@code loss_NAME} (double, null where inactive) a loss.
   */
  public StructType schema() {
    StructType schema =
        new StructType()
            .add("round", DataTypes.LongType, false)
            .add("iteration", DataTypes.LongType, false)
            .add("images", DataTypes.LongType, false)
            .add("seconds", DataTypes.DoubleType, false)
            .add("imagesPerSecond", DataTypes.DoubleType, false)
            .add("averagingShare", DataTypes.DoubleType, false);
    for (String name : lossNames) {
      schema = schema.add(LOSS_PREFIX + name, DataTypes.DoubleType, true);
    }
    return schema;
  }

  /** One row per round, in one partition and in order. */
  public Dataset<Row> toDataFrame(SparkSession spark) {
    return spark
        .createDataFrame(
            rounds.stream().map(round -> RowFactory.create(values(round).toArray())).toList(),
            schema())
        .coalesce(1);
  }

  /** A round's values in the order of {@link #schema()}; null for a loss that was not active. */
  public List<Object> values(RoundRecord round) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(round.round(), round.iteration(), round.images()));
    values.addAll(List.of(round.seconds(), round.imagesPerSecond(), round.averagingShare()));
    lossNames.forEach(name -> values.add(round.losses().get(name)));
    return values;
  }

  /** Reads back what {@link #toDataFrame} gave, in whatever order the rows are. */
  public static History fromDataFrame(Dataset<Row> rows) {
    List<String> lossNames =
        Arrays.stream(rows.columns())
            .filter(column -> column.startsWith(LOSS_PREFIX))
            .map(column -> column.substring(LOSS_PREFIX.length()))
            .toList();
    List<RoundRecord> rounds =
        rows.sort("round").collectAsList().stream().map(row -> record(row, lossNames)).toList();
    return new History(lossNames, rounds);
  }

  private static RoundRecord record(Row row, List<String> lossNames) {
    Map<String, Double> losses = new LinkedHashMap<>();
    for (String name : lossNames) {
      Double mean = row.getAs(LOSS_PREFIX + name);
      if (mean != null) {
        losses.put(name, mean);
      }
    }
    return new RoundRecord(
        row.getAs("round"),
        row.getAs("iteration"),
        losses,
        row.getAs("images"),
        row.getAs("seconds"),
        row.getAs("imagesPerSecond"),
        row.getAs("averagingShare"));
  }
}
