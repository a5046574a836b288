// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes of images and images of codes, by transform and by the methods that exchange codes. */
class StyleContentModelTest {

  private final StyleContentModel model = TinyStyle.of(5).setImageFormat("array").setSeed(1);

  @TempDir Path folder;

  /** An id and two images a row. */
  private static Dataset<Row> pairs(int rows) {
    Dataset<Row> images =
        sprites(2 * rows, "image")
            .select("image")
            .withColumn("n", functions.monotonically_increasing_id());
    Column half = functions.expr("n div 2").as("id");
    Dataset<Row> even = images.where("n % 2 = 0").select(half, functions.col("image").as("a"));
    Dataset<Row> odd = images.where("n % 2 = 1").select(half, functions.col("image").as("b"));
    return even.join(odd, "id").sort("id").cache();
  }

  private static List<List<Float>> column(Dataset<Row> rows, String name) {
    return rows.select(name).collectAsList().stream().map(row -> row.<Float>getList(0)).toList();
  }

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(model, folder, sprites(3, "image"));
    assertEquals(
        "StyleContentModel: uid=tinyStyle, specifiedDim=3, unspecifiedDim=2, images=1x32x32",
        model.toString());
  }

  @Test
  void isLoadedAsWhatItIs() throws Exception {
    String path = folder.resolve("model").toString();
    model.save(path);
    SharedSpark.session();
    StyleContentModel loaded = StyleContentModel.load(path);
    assertEquals(model.data(), loaded.data());
    Dataset<Row> images = sprites(5, "image");
    assertEquals(model.transform(images).collectAsList(), loaded.transform(images).collectAsList());
    assertRefused(() -> VaeModel.load(path), "VaeModel", "StyleContentModel");
  }

  @Test
  void codesAreNamedAndDoNotDependOnTheOtherRows() {
    Dataset<Row> images = sprites(20, "image").select("image").cache();
    Dataset<Row> coded = model.transform(images);
    assertArrayEquals(
        new String[] {"image", "specified", "unspecified", "generated"}, coded.columns());
    assertEquals(
        "specified_2",
        CodeFields.attributes(coded.schema().apply("specified")).getAttr(2).name().get());
    assertEquals(2, CodeFields.attributes(coded.schema().apply("unspecified")).size());
    assertEquals(
        column(coded, "specified"), column(model.transform(images.repartition(1)), "specified"));
    assertEquals(
        column(coded, "generated"),
        column(model.copy(ParamMap.empty()).setBatchSize(3).transform(images), "generated"));
    assertTrue(column(coded, "specified").stream().distinct().count() > 15);
    assertTrue(column(coded, "unspecified").stream().distinct().count() > 15);
  }

  @Test
  void givenCodesWin() {
    Dataset<Row> images = sprites(6, "image").select("image").cache();
    Dataset<Row> coded = model.transform(images).cache();
    Dataset<Row> given = images.withColumn("specified", functions.expr("array(1f, -2f, 3f)"));
    Dataset<Row> half = model.transform(given);
    assertArrayEquals(
        new String[] {"image", "specified", "unspecified", "generated"}, half.columns());
    assertEquals(column(coded, "unspecified"), column(half, "unspecified"));
    assertNotEquals(column(coded, "generated"), column(half, "generated"));
    Dataset<Row> both = coded.drop("image", "generated");
    assertEquals(column(coded, "generated"), column(model.transform(both), "generated"));
    assertEquals(
        column(half, "generated"), column(model.transform(half.drop("generated")), "generated"));
  }

  @Test
  void swappingTakesOneCodeFromEachImage() {
    Dataset<Row> pairs = pairs(5);
    Dataset<Row> swapped = model.swap(pairs, "a", "b");
    assertArrayEquals(
        new String[] {"id", "a", "b", "specified", "unspecified", "generated"}, swapped.columns());
    Dataset<Row> a = model.setImageCol("a").transform(pairs);
    Dataset<Row> b = model.setImageCol("b").transform(pairs);
    assertEquals(column(a, "specified"), column(swapped, "specified"));
    assertEquals(column(b, "unspecified"), column(swapped, "unspecified"));
    assertNotEquals(column(a, "specified"), column(b, "specified"));
    Dataset<Row> codes = swapped.select("specified", "unspecified");
    assertEquals(column(model.transform(codes), "generated"), column(swapped, "generated"));
  }

  @Test
  void samplesFollowFromSeedAndId() {
    Dataset<Row> rows = pairs(4).withColumnRenamed("a", "image").drop("b");
    List<Row> samples = model.sample(rows, "id").sort("id").collectAsList();
    assertEquals(samples, model.sample(rows.repartition(3), "id").sort("id").collectAsList());
    assertNotEquals(
        samples,
        TinyStyle.of(5)
            .setSeed(2)
            .setImageFormat("array")
            .sample(rows, "id")
            .sort("id")
            .collectAsList());
    Dataset<Row> many =
        model.sample(
            SharedSpark.session().range(2000).crossJoin(rows.select("image").limit(1)), "id");
    double[] drawn =
        column(many, "unspecified").stream()
            .flatMap(List::stream)
            .mapToDouble(Float::doubleValue)
            .toArray();
    assertEquals(
        0, IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i]).average().orElse(9), 0.06);
    assertEquals(
        1,
        IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i] * drawn[i]).average().orElse(9),
        0.1);
    assertEquals(1, column(many, "specified").stream().distinct().count());
  }

  @Test
  void interpolationEndsAtTheImagesAndMovesEachCodeAlone() {
    Dataset<Row> pairs = pairs(2);
    Dataset<Row> way = model.interpolate(pairs, "a", "b", 3).cache();
    assertEquals(18, way.count());
    assertEquals(way.schema(), model.interpolate(pairs, "a", "b", 3).schema());
    assertEquals(generated(model.swap(pairs, "a", "a")), at(way, 0, 0));
    assertEquals(generated(model.swap(pairs, "b", "b")), at(way, 2, 2));
    assertEquals(generated(model.swap(pairs, "b", "a")), at(way, 2, 0));
    assertEquals(generated(model.swap(pairs, "a", "b")), at(way, 0, 2));
    List<Float> middle = column(way.where("id = 0 and specifiedStep = 1"), "specified").get(0);
    List<Float> a = column(way.where("id = 0 and specifiedStep = 0"), "specified").get(0);
    List<Float> b = column(way.where("id = 0 and specifiedStep = 2"), "specified").get(0);
    for (int i = 0; i < middle.size(); i++) {
      assertEquals((a.get(i) + b.get(i)) / 2, middle.get(i), 1e-5);
    }
  }

  private static List<List<Float>> generated(Dataset<Row> rows) {
    return column(rows.sort("id"), "generated");
  }

  private static List<List<Float>> at(Dataset<Row> way, int specified, int unspecified) {
    return generated(
        way.where("specifiedStep = " + specified + " and unspecifiedStep = " + unspecified));
  }

  @Test
  void wrongInputIsRefused() {
    Dataset<Row> images = sprites(2, "image").select("image");
    assertRefused(
        () -> model.transform(images.drop("image").withColumn("x", functions.lit(1))), "image");
    Dataset<Row> wrong = images.withColumn("specified", functions.expr("array(1f)"));
    assertRefused(
        () -> model.transform(wrong).collectAsList(), "specified", "1 value;", "3 values");
    Dataset<Row> text = images.withColumn("unspecified", functions.lit("z"));
    assertRefused(() -> model.transform(text), "unspecified", "string");
    assertRefused(() -> model.swap(images, "image", "other"), "other");
    assertRefused(() -> model.sample(images, "id"), "id");
    assertRefused(() -> model.interpolate(images, "image", "image", 1), "steps", "at least 2");
    Dataset<Row> coded = model.transform(images).drop("generated");
    StyleContentModel silent = TinyStyle.of(5).setAppendGenerated(false);
    assertRefused(() -> silent.transform(coded), "appendGenerated");
    assertRefused(() -> model.swap(coded, "image", "image"), "specified");
  }
}
