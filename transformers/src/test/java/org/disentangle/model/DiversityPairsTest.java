// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiversityPairsTest {

  private final SparkSession spark = SharedSpark.session();
  private final Dataset<Row> ids = spark.range(0, 50, 1, 3).toDF();
  private final DiversityPairs stage = new DiversityPairs().setNumCodes(4).setNoiseDim(2);

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(stage.setSeed(5).setIdCol("id").setPairCol("p"), folder, ids);
  }

  @Test
  void eachIdBecomesTwoRowsThatDifferInTwoExchangedCodes() {
    List<Row> rows = stage.transform(ids).collectAsList();
    assertEquals(100, rows.size());
    for (int pair = 0; pair < 50; pair++) {
      Row first = rows.get(2 * pair);
      Row second = rows.get(2 * pair + 1);
      assertEquals((long) pair, first.<Long>getAs("pair"));
      assertEquals((long) pair, second.<Long>getAs("pair"));
      assertEquals(first.getList(3), second.getList(3), "noise");
      List<Float> one = first.getList(2);
      List<Float> other = second.getList(2);
      int[] changed = IntStream.range(0, 4).filter(i -> !one.get(i).equals(other.get(i))).toArray();
      assertEquals(2, changed.length);
      for (int code : changed) {
        assertEquals(1f, Math.abs(one.get(code)));
        assertEquals(-one.get(code), other.get(code));
      }
      assertEquals(0f, one.get(changed[0]) + one.get(changed[1]), "one least, one largest");
    }
    assertEquals(50, rows.stream().map(row -> row.getList(3)).distinct().count(), "noise by id");
  }

  @Test
  void theOtherCodesAreThoseOfTheSamplerWithTheSameSeed() {
    List<Row> pairs = stage.transform(ids).collectAsList();
    List<Row> base = new CodeSampler().setNumCodes(4).setNoiseDim(2).transform(ids).collectAsList();
    for (int row = 0; row < 100; row++) {
      List<Float> codes = pairs.get(row).getList(2);
      List<Float> drawn = base.get(row / 2).getList(1);
      assertEquals(2, IntStream.range(0, 4).filter(i -> codes.get(i).equals(drawn.get(i))).count());
      assertEquals(base.get(row / 2).getList(2), pairs.get(row).getList(3));
    }
  }

  @Test
  void drawsFollowFromSeedAndIdWhateverThePartitioning() {
    List<Row> one = sorted(stage.transform(ids.coalesce(1)));
    assertEquals(one, sorted(stage.transform(ids.sort(functions.desc("id")).repartition(7))));
    assertNotEquals(one, sorted(stage.setSeed(43).transform(ids)), "another seed");
  }

  @Test
  void columnsAreThoseAnnouncedWithNamesAndRangesOfCodes() {
    Dataset<Row> odd = ids.selectExpr("int(id) as `row.id`", "'x' as other");
    stage.setIdCol("row.id").setPairCol("a pair").setCodesCol("my.codes").setNoiseDim(0);
    StructType announced = stage.transformSchema(odd.schema());
    Dataset<Row> pairs = stage.transform(odd);
    assertEquals(announced, pairs.schema());
    assertArrayEquals(new String[] {"row.id", "other", "a pair", "my.codes"}, pairs.columns());
    assertEquals(DataTypes.LongType, announced.apply("a pair").dataType());
    assertEquals(4, CodeFields.attributes(announced.apply("my.codes")).size());
  }

  @Test
  void aModelTakesThePairs() {
    InfoGanCrModel model = TinyModel.model().setCodesCol("c").setNoiseCol("n");
    DiversityPairs pairs = DiversityPairs.of(model);
    Dataset<Row> images = model.transform(pairs.transform(spark.range(3).toDF()));
    assertArrayEquals(new String[] {"id", "pair", "c", "n", "generated"}, images.columns());
    assertEquals(
        6, images.select("generated").collectAsList().stream().distinct().count(), "images");
  }

  @Test
  void refusesWhatMakesNoPairs() {
    assertRefused(
        () -> stage.setNumCodes(1).transform(ids),
        InputErrors.of(stage).stage(),
        "numCodes",
        "found 1",
        "at least 2");
    assertRefused(() -> new DiversityPairs().transform(ids), "parameter numCodes", "no value");
    stage.setNumCodes(4);
    assertRefused(
        () -> stage.transform(ids.selectExpr("double(id) as id")),
        "column 'id'",
        "type double",
        "whole number");
    assertRefused(
        () -> stage.transform(ids.withColumn("pair", functions.lit(1))),
        "column 'pair'",
        "pairCol");
    assertRefused(() -> stage.setCodesCol("pair").transform(ids), "column 'pair'", "codesCol");
    assertRefused(
        () ->
            stage
                .setCodesCol("codes")
                .transform(ids.selectExpr("nullif(id, 7) id"))
                .collectAsList(),
        InputErrors.of(stage).stage(),
        "column 'id'",
        "found null");
  }

  private static List<Row> sorted(Dataset<Row> pairs) {
    List<Row> rows = pairs.sort("pair", "codes").collectAsList();
    assertTrue(rows.size() == 100);
    return rows;
  }
}
