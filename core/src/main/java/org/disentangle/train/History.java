// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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
 * @param keptIteration of a run that keeps its best state, the iteration of that; 0 for others,
 *     which keep their last one
 */
public record History(List<String> lossNames, List<RoundRecord> rounds, long keptIteration)
    implements Serializable {

  private static final String LOSS_PREFIX = "loss_";

  /** Column that only histories with a kept state have: which round it is of. */
  private static final String KEPT = "kept";

  /** Columns that every history has, in order. */
  private static final List<String> OF_EVERY_ROUND =
      List.of("round", "iteration", "images", "seconds", "imagesPerSecond", "averagingShare");

  public History {
    lossNames = List.copyOf(lossNames);
    rounds = List.copyOf(rounds);
  }

  /** Whether a column of histories besides those of losses and scores has this name. */
  public static boolean isColumn(String name) {
    return name.equals(KEPT) || OF_EVERY_ROUND.contains(name);
  }

  /** Of a run that keeps its last state. */
  public History(List<String> lossNames, List<RoundRecord> rounds) {
    this(lossNames, rounds, 0);
  }

  /** The same rounds of a run that keeps a state of its own choice. */
  public History keeping(KeptState kept) {
    return new History(lossNames, rounds, kept.iteration());
  }

  /**
   * The state that the model has, of a training that keeps its best one; empty for others, whose
   * model has the state after the last round.
   */
  public Optional<KeptState> kept() {
    return rounds.stream()
        .filter(round -> keptIteration > 0 && round.iteration() == keptIteration)
        .filter(round -> !round.metrics().isEmpty())
        .findFirst()
        .map(
            round -> {
              var deciding = round.metrics().entrySet().iterator().next(); // it comes first
              return new KeptState(keptIteration, deciding.getKey(), deciding.getValue());
            });
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

  /** Names of all metrics that some round was scored by, in the order of their first scores. */
  public List<String> metricNames() {
    return rounds.stream().flatMap(round -> round.metrics().keySet().stream()).distinct().toList();
  }

  /** The rounds that were scored. */
  public List<RoundRecord> scored() {
    return rounds.stream().filter(round -> !round.metrics().isEmpty()).toList();
  }

  /** Images that all workers took each second, over all rounds; NaN if there is none. */
  public double imagesPerSecond() {
    double images = rounds.stream().mapToLong(RoundRecord::images).sum();
    return images / seconds();
  }

  /** Wall time of all rounds, also where the training was interrupted in between. */
  public double seconds() {
    return rounds.stream().mapToDouble(RoundRecord::seconds).sum();
  }

  /**
   * Columns {@code round, iteration, images} (long), {@code seconds, imagesPerSecond,
   * averagingShare} (double), one {@code loss_NAME} (double, null where inactive) per loss, and one
   * column per metric under its own name (double, null where a round was not scored); of a run that
   * keeps its best state also {@code kept} (boolean), true in the round of that.
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
    for (String name : metricNames()) {
      schema = schema.add(name, DataTypes.DoubleType, true);
    }
    return keptIteration > 0 ? schema.add(KEPT, DataTypes.BooleanType, false) : schema;
  }

  /** One row per round, in one partition and in order. */
  public Dataset<Row> toDataFrame(SparkSession spark) {
    List<String> metrics = metricNames();
    return spark
        .createDataFrame(
            rounds.stream().map(round -> RowFactory.create(values(round, metrics))).toList(),
            schema())
        .coalesce(1);
  }

  /**
   * A round's values in the order of {@link #schema()}; null for a loss that was not active, and
   * for metrics where the round was not scored.
   */
  public List<Object> values(RoundRecord round) {
    return Arrays.asList(values(round, metricNames()));
  }

  private Object[] values(RoundRecord round, List<String> metricNames) {
    List<Object> values = new ArrayList<>();
    values.addAll(List.of(round.round(), round.iteration(), round.images()));
    values.addAll(List.of(round.seconds(), round.imagesPerSecond(), round.averagingShare()));
    lossNames.forEach(name -> values.add(round.losses().get(name)));
    metricNames.forEach(name -> values.add(round.metrics().get(name)));
    if (keptIteration > 0) {
      values.add(round.iteration() == keptIteration);
    }
    return values.toArray();
  }

  /** Reads back what {@link #toDataFrame} gave, in whatever order the rows are. */
  public static History fromDataFrame(Dataset<Row> rows) {
    List<String> lossNames =
        Arrays.stream(rows.columns())
            .filter(column -> column.startsWith(LOSS_PREFIX))
            .map(column -> column.substring(LOSS_PREFIX.length()))
            .toList();
    boolean keeps =
        Arrays.stream(rows.schema().fields())
            .anyMatch(
                field -> field.name().equals(KEPT) && field.dataType() == DataTypes.BooleanType);
    List<String> metricNames =
        Arrays.stream(rows.columns())
            .filter(column -> !column.startsWith(LOSS_PREFIX) && !OF_EVERY_ROUND.contains(column))
            .filter(column -> !keeps || !column.equals(KEPT))
            .toList();
    List<Row> sorted = rows.sort("round").collectAsList();
    long kept =
        sorted.stream()
            .filter(row -> keeps && row.<Boolean>getAs(KEPT))
            .mapToLong(row -> row.<Long>getAs("iteration"))
            .findFirst()
            .orElse(0);
    return new History(
        lossNames, sorted.stream().map(row -> record(row, lossNames, metricNames)).toList(), kept);
  }

  private static RoundRecord record(Row row, List<String> lossNames, List<String> metricNames) {
    return new RoundRecord(
        row.getAs("round"),
        row.getAs("iteration"),
        present(row, LOSS_PREFIX, lossNames),
        row.getAs("images"),
        row.getAs("seconds"),
        row.getAs("imagesPerSecond"),
        row.getAs("averagingShare"),
        present(row, "", metricNames));
  }

  /** The values that are not null, by name. */
  private static Map<String, Double> present(Row row, String prefix, List<String> names) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (String name : names) {
      Double value = row.getAs(prefix + name);
      if (value != null) {
        values.put(name, value);
      }
    }
    return values;
  }
}
