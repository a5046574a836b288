// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.sql.SparkSession;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {

  @Test
  void survivesParquet(@TempDir Path directory) {
    SparkSession spark = SharedSpark.session();
    RoundRecord first = new RoundRecord(1, 50, Map.of("D", 0.1), 400, 2, 200, 0.03);
    RoundRecord second = new RoundRecord(2, 100, Map.of("D", 0.2, "CR", 1.5), 400, 4, 100, 0.01);
    History history = new History(List.of("D", "CR"), List.of(first, second));
    String path = directory.resolve("history").toString();
    history.toDataFrame(spark).write().parquet(path);
    assertEquals(history, History.fromDataFrame(spark.read().parquet(path).repartition(2)));
    assertEquals(1, spark.read().parquet(path).where("loss_CR is null").count());
  }

  /** A score that is not a number is not the same as none. */
  @Test
  void scoresStandUnderTheirNames(@TempDir Path directory) {
    SparkSession spark = SharedSpark.session();
    RoundRecord plain = new RoundRecord(1, 50, Map.of("D", 0.1), 400, 2, 200, 0);
    RoundRecord good = plain.with(Map.of("factor_vae", 0.5, "dci.disentanglement", 0.25));
    RoundRecord bad = plain.with(Map.of("factor_vae", Double.NaN));
    List<RoundRecord> rounds = List.of(plain, numbered(2, good), numbered(3, bad));
    History history = new History(List.of("D"), rounds);
    String path = directory.resolve("history").toString();
    history.toDataFrame(spark).write().parquet(path);
    assertEquals(history, History.fromDataFrame(spark.read().parquet(path)));
    assertEquals(1, spark.read().parquet(path).where("factor_vae is null").count());
    assertEquals(2, spark.read().parquet(path).where("`dci.disentanglement` is null").count());
    assertEquals(2, history.scored().size());
    assertEquals("factor_vae=NaN", bad.metricLine());
    assertEquals("", plain.metricLine());
  }

  /** A resumed run may be scored by other metrics than it began with. */
  @Test
  void whatWasKeptIsSaidByTheMetricThatChoseIt() {
    RoundRecord plain = new RoundRecord(1, 50, Map.of("D", 0.1), 400, 2, 200, 0);
    RoundRecord before = plain.with(Map.of("mig", 0.5));
    RoundRecord after = numbered(2, plain.with(Map.of("factor_vae", 0.75)));
    History history =
        new History(List.of("D"), List.of(before, after))
            .keeping(new KeptState(100, "factor_vae", 0.75));
    assertEquals(new KeptState(100, "factor_vae", 0.75), history.kept().orElseThrow());
  }

  private static RoundRecord numbered(long number, RoundRecord round) {
    return new RoundRecord(
        number,
        50 * number,
        round.losses(),
        round.images(),
        round.seconds(),
        round.imagesPerSecond(),
        round.averagingShare(),
        round.metrics());
  }

  @Test
  void knowsItsLastRoundAndItsSpeed() {
    RoundRecord first = new RoundRecord(1, 50, Map.of(), 400, 2, 200, 0);
    RoundRecord second = new RoundRecord(2, 100, Map.of(), 400, 6, 66.7, 0);
    History history = new History(List.of(), List.of(first, second));
    assertEquals(second, history.last());
    assertEquals(100, history.imagesPerSecond());
  }

  @Test
  void anEmptyHistoryKeepsItsLosses() {
    History empty = new History(List.of("D", "G"), List.of());
    assertThrows(NoSuchElementException.class, empty::last);
    assertEquals(empty, History.fromDataFrame(empty.toDataFrame(SharedSpark.session())));
    assertTrue(empty.schema().apply("loss_G").nullable());
  }

  @Test
  void remainingTimeFollowsTheLatestRounds() {
    RoundRecord slow = new RoundRecord(1, 10, Map.of(), 40, 1000, 0.04, 0);
    List<RoundRecord> rounds = new ArrayList<>(List.of(slow));
    for (int round = 2; round <= 6; round++) {
      rounds.add(new RoundRecord(round, 10 * round, Map.of(), 40, 1, 40, 0));
    }
    assertEquals(4, TrainingProgress.after(rounds, 100).etaSeconds(), 1e-9);
  }
}
