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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
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
        stage.uid(),
        "column 'id'",
        "['ids']",
        "idCol");
    assertRefused(
        () -> stage.transform(ids.selectExpr("cast(id as double) id")),
        stage.uid(),
        "column 'id'",
        "type double",
        "whole number");
    assertRefused(
        () -> stage.transform(ids.selectExpr("nullif(id, 7) id")).collectAsList(),
        stage.uid(),
        "column 'id'",
        "found null");
  }

  @Test
  void refusesOutputColumnsThatExistOrCollide() {
    CodeSampler stage = sampler();
    assertRefused(
        () -> stage.transform(ids.withColumn("Codes", functions.lit(1))),
        stage.uid(),
        "column 'codes'",
        "'Codes'",
        "codesCol");
    stage.setNoiseCol("codes");
    assertRefused(() -> stage.transform(ids), stage.uid(), "column 'codes'", "noiseCol");
  }

  @Test
  void refusesToWorkWithoutTheNumberOfCodes() {
    CodeSampler stage = new CodeSampler();
    assertRefused(() -> stage.transform(ids), stage.uid(), "parameter numCodes", "no value");
    assertRefused(() -> stage.setNumCodes(0), stage.uid(), "numCodes", "found 0", "at least 1");
  }
}
