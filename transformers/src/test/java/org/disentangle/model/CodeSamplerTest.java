// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.sampler;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.disentangle.stage.InputErrors;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeSamplerTest {

  private final SparkSession spark = SharedSpark.session();
  private final Dataset<Row> ids = spark.range(50).toDF();

  @TempDir Path folder;

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(sampler().setSeed(5).setIdCol("id"), folder, ids);
  }

  @Test
  void drawsFollowFromSeedAndIdWhateverThePartitioning() {
    List<Row> one = sampler().transform(ids.coalesce(1)).sort("id").collectAsList();
    List<Row> seven =
        sampler()
            .transform(ids.sort(functions.desc("id")).repartition(7))
            .sort("id")
            .collectAsList();
    assertEquals(one, seven);
    assertEquals(50, one.stream().map(row -> row.getList(1)).distinct().count());
    assertNotEquals(
        one, sampler().setSeed(43).transform(ids).sort("id").collectAsList(), "another seed");
    List<Row> narrow =
        sampler().transform(ids.withColumn("id", functions.col("id").cast("int"))).collectAsList();
    assertEquals(one.get(49).getList(1), narrow.get(49).getList(1), "ids of another width");
  }

  @Test
  void drawsAreUniformFromMinusOneToOne() {
    double[] values =
        sampler()
            .transform(spark.range(2_000).toDF())
            .select(
                functions.explode(
                    functions.concat(functions.expr("codes"), functions.expr("noise"))))
            .collectAsList()
            .stream()
            .mapToDouble(row -> row.getFloat(0))
            .toArray();
    assertEquals(2_000 * (TinyModel.CODES + TinyModel.NOISE), values.length);
    double mean = java.util.Arrays.stream(values).average().orElseThrow();
    double square = java.util.Arrays.stream(values).map(v -> v * v).average().orElseThrow();
    assertEquals(0, mean, 0.03);
    assertEquals(1.0 / 3, square, 0.02);
    assertTrue(java.util.Arrays.stream(values).allMatch(v -> Math.abs(v) <= 1));
  }

  @Test
  void metadataNamesTheCodesAndTheirRangeAlsoAfterParquet() {
    Dataset<Row> sampled = sampler().transform(ids);
    String path = folder.resolve("rows").toString();
    sampled.write().parquet(path);
    for (Dataset<Row> rows : List.of(sampled, spark.read().parquet(path))) {
      AttributeGroup group = CodeFields.attributes(rows.schema().apply("codes"));
      assertEquals(TinyModel.CODES, group.size());
      for (int code = 0; code < TinyModel.CODES; code++) {
        NumericAttribute attribute = (NumericAttribute) group.getAttr("code_" + code);
        assertEquals(-1.0, attribute.min().get());
        assertEquals(1.0, attribute.max().get());
        assertEquals(code, attribute.index().get());
      }
      assertTrue(
          CodeFields.attributes(rows.schema().apply("noise")).hasAttr("noise_1"),
          "noise is described too");
    }
  }

  @Test
  void outputSchemaIsTheOneAnnouncedWithAndWithoutNoise() {
    for (CodeSampler stage : List.of(sampler(), sampler().setNoiseDim(0))) {
      StructType announced = stage.transformSchema(ids.schema());
      assertEquals(announced, stage.transform(ids).schema());
      assertEquals(announced.length(), stage.getNoiseDim() == 0 ? 2 : 3);
    }
  }

  @Test
  void columnNamesMayHoldDotsSpacesAndBackticks() {
    Dataset<Row> odd =
        ids.withColumnRenamed("id", "row.id `x`").withColumn("a b", functions.lit(1));
    Dataset<Row> sampled =
        sampler()
            .setIdCol("row.id `x`")
            .setCodesCol("my.codes")
            .setNoiseCol("my noise")
            .transform(odd);
    assertArrayEquals(
        new String[] {"row.id `x`", "a b", "my.codes", "my noise"}, sampled.columns());
    assertEquals(
        sampler().transform(ids).collectAsList().get(9).getList(1),
        sampled.collectAsList().get(9).getList(2));
  }

  @Test
  void takesSizesAndNamesFromAModel() {
    InfoGanCrModel model = TinyModel.model().setCodesCol("c").setNoiseCol("n");
    CodeSampler stage = CodeSampler.of(model);
    assertEquals(TinyModel.CODES, stage.getNumCodes());
    assertEquals(TinyModel.NOISE, stage.getNoiseDim());
    assertArrayEquals(new String[] {"id", "c", "n"}, stage.transform(ids).columns());
  }

  @Test
  void refusesWhatIsNoId() {
    CodeSampler stage = sampler();
    assertRefused(
        () -> stage.transform(ids.withColumnRenamed("id", "ids")),
        InputErrors.of(stage).stage(),
        "column 'id'",
        "['ids']",
        "idCol");
    assertRefused(
        () -> stage.transform(ids.selectExpr("cast(id as double) id")),
        InputErrors.of(stage).stage(),
        "column 'id'",
        "type double",
        "whole number");
    assertRefused(
        () -> stage.transform(ids.selectExpr("nullif(id, 7) id")).collectAsList(),
        InputErrors.of(stage).stage(),
        "column 'id'",
        "found null");
  }

  @Test
  void refusesOutputColumnsThatExistOrCollide() {
    CodeSampler stage = sampler();
    assertRefused(
        () -> stage.transform(ids.withColumn("Codes", functions.lit(1))),
        InputErrors.of(stage).stage(),
        "column 'codes'",
        "'Codes'",
        "codesCol");
    stage.setNoiseCol("codes");
    assertRefused(
        () -> stage.transform(ids), InputErrors.of(stage).stage(), "column 'codes'", "noiseCol");
  }

  @Test
  void refusesToWorkWithoutTheNumberOfCodes() {
    CodeSampler stage = new CodeSampler();
    assertRefused(
        () -> stage.transform(ids),
        InputErrors.of(stage).stage(),
        "parameter numCodes",
        "no value");
    assertRefused(
        () -> stage.setNumCodes(0),
        InputErrors.of(stage).stage(),
        "numCodes",
        "found 0",
        "from 1 to 10000");
    assertRefused(() -> stage.setNumCodes(Integer.MAX_VALUE), "numCodes", "from 1 to 10000");
    assertRefused(() -> stage.setNoiseDim(Integer.MAX_VALUE), "noiseDim", "from 0 to 10000");
  }

  private static List<Row> byId(CodeSampler stage, Dataset<Row> ids) {
    return stage.transform(ids).sort("id").collectAsList();
  }

  private static List<Float> values(List<Row> rows, int code) {
    return rows.stream().map(row -> row.<Float>getList(1).get(code)).toList();
  }

  @Test
  void balancedIntervalsHoldEquallyManyRowsWhateverThePartitioning() {
    for (int bins : new int[] {2, 7, 10}) {
      CodeSampler stage = sampler().setCodeDraw("balanced").setBins(bins);
      Dataset<Row> many = spark.range(-3L * bins, 17L * bins).toDF();
      List<Row> rows = byId(stage, many.coalesce(1));
      assertEquals(rows, byId(stage, many.sort(functions.desc("id")).repartition(5)));
      for (int code = 0; code < TinyModel.CODES; code++) {
        int[] counts = new int[bins];
        for (float value : values(rows, code)) {
          int bin = bins - 1;
          while (bin > 0 && value < -1 + 2.0 / bins * bin) {
            bin--;
          }
          counts[bin]++;
        }
        int[] expected = new int[bins];
        java.util.Arrays.fill(expected, 20);
        assertArrayEquals(expected, counts);
      }
      assertNotEquals(values(rows, 0), values(rows, 1));
      assertNotEquals(rows, byId(stage.setSeed(43), many), "another seed");
    }
  }

  @Test
  void balancedCodesAreUncorrelated() {
    List<Row> rows = byId(sampler().setCodeDraw("balanced").setBins(8), spark.range(4_000).toDF());
    double sum = 0;
    for (Row row : rows) {
      List<Float> codes = row.getList(1);
      sum += codes.get(0) * codes.get(1);
    }
    assertEquals(0, sum / rows.size() * 3, 0.05);
  }

  @Test
  void gridGoesThroughAllCombinationsTheLastCodeFirst() {
    CodeSampler stage =
        sampler()
            .setCodeNames("shape", "size", "turn")
            .setCodeGrid("turn=2", "0=3")
            .setFixedCodes("size=0.25");
    List<Row> rows = byId(stage, ids);
    List<Row> prior = byId(sampler(), ids);
    for (int id = 0; id < 50; id++) {
      List<Float> codes = rows.get(id).getList(1);
      assertEquals(List.of(id % 3 - 1f, 0.25f, id / 3 % 2 * 2f - 1), codes);
      assertEquals(prior.get(id).getList(2), rows.get(id).getList(2), "noise stays");
    }
    assertEquals(
        values(byId(sampler().setCodeGrid("0=3"), ids), 1),
        values(prior, 1),
        "other codes stay as the prior draws them");
  }

  @Test
  void keepsTheContractWithAllParamsSet() {
    StageContract.check(
        sampler()
            .setCodeNames("shape", "size", "turn")
            .setCodeGrid("size=3")
            .setFixedCodes("shape=-1")
            .setCodeDraw("balanced")
            .setBins(5),
        folder,
        ids);
    Dataset<Row> named = sampler().setCodeNames("shape", "size", "turn").transform(ids);
    assertEquals(
        1, CodeFields.attributes(named.schema().apply("codes")).getAttr("size").index().get());
  }

  @Test
  void refusesCodesThatDoNotFit() {
    CodeSampler stage = sampler();
    assertRefused(
        () -> stage.copy(ParamMap.empty()).setCodeNames("a", "b").transform(ids),
        "codeNames",
        "['a', 'b']",
        "3 names");
    assertRefused(() -> stage.setCodeNames("a", "a", "b"), "codeNames", "different names");
    assertRefused(() -> stage.setCodeNames("a", "b", "7"), "codeNames");
    assertRefused(() -> stage.setCodeGrid("a"), "codeGrid", "shape=5");
    assertRefused(() -> stage.setBins(1), "bins", "found 1");
    assertRefused(() -> stage.setCodeDraw("even"), "codeDraw", "'balanced'");
    for (String[] grid :
        new String[][] {{"size=3"}, {"3=3"}, {"0=1"}, {"0=x"}, {"0=3", "code_0=4"}}) {
      CodeSampler wrong = sampler().setCodeGrid(grid);
      assertRefused(() -> wrong.transformSchema(ids.schema()), "codeGrid");
    }
    for (String value : new String[] {"0=1.5", "0=NaN", "0=x"}) {
      CodeSampler wrong = sampler().setFixedCodes(value);
      assertRefused(() -> wrong.transformSchema(ids.schema()), "fixedCodes", "-1.0 to 1.0");
    }
    CodeSampler twice = sampler().setCodeGrid("0=3").setFixedCodes("0=0");
    assertRefused(() -> twice.transformSchema(ids.schema()), "fixedCodes", "given once");
  }
}
