// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.latents;
import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** Codes given, codes inferred, noise given, noise drawn, outputs switched off. */
class TransformRuleTest {

  private final InfoGanCrModel model = model().setImageFormat("array");

  private static String[] columns(Dataset<Row> rows) {
    return rows.columns();
  }

  @Test
  void givenCodesAreUsedAndImagesAppended() {
    Dataset<Row> made = model.transform(latents(20));
    assertArrayEquals(new String[] {"id", "codes", "noise", "generated"}, columns(made));
    List<Row> rows = made.collectAsList();
    assertEquals(20, rows.stream().map(row -> row.getList(3)).distinct().count());
    assertTrue(
        rows.stream()
            .flatMap(row -> row.<Float>getList(3).stream())
            .allMatch(pixel -> pixel >= 0 && pixel <= 1));
  }

  @Test
  void givenCodesWinOverImages() {
    Dataset<Row> both =
        latents(6).withColumn("image", functions.lit("codes are there, so this is not read"));
    assertEquals(
        model.transform(latents(6)).select("generated").collectAsList(),
        model.transform(both).select("generated").collectAsList());
  }

  @Test
  void codesThatAnotherProgramMadeStructsOfGiveTheSameImages() {
    Dataset<Row> given = latents(6);
    Dataset<Row> parts =
        given.withColumn(
            "codes",
            functions.expr(
                "named_struct('type', 1Y, 'size', cast(null as int), 'indices', cast(null as"
                    + " array<int>), 'values', cast(codes as array<double>))"));
    assertEquals(
        model.transform(given).select("generated").collectAsList(),
        model.transform(parts).select("generated").collectAsList());
  }

  @Test
  void codesAreInferredFromImagesAndRowsKeepTheirPlaces() {
    Dataset<Row> images = sprites(30, "image");
    Dataset<Row> made = model.transform(images);
    String[] expected = Arrays.copyOf(images.columns(), images.columns().length + 2);
    expected[expected.length - 2] = "codes";
    expected[expected.length - 1] = "generated";
    assertArrayEquals(expected, columns(made));
    List<Row> rows = made.collectAsList();
    assertTrue(rows.stream().map(row -> row.getList(11)).distinct().count() > 20);
    assertEquals(
        images.select("value_posX", "factor_shape").collectAsList(),
        made.select("value_posX", "factor_shape").collectAsList());
    assertEquals(TinyModel.CODES, CodeFields.attributes(made.schema().apply("codes")).size());
  }

  @Test
  void imagesAreMadeFromInferredCodesLimitedToTheirRange() {
    Dataset<Row> both = model.transform(sprites(12, "image"));
    Dataset<Row> limited =
        both.select("codes")
            .withColumn(
                "codes", functions.expr("transform(codes, c -> greatest(-1f, least(1f, c)))"));
    assertEquals(
        both.select("generated").collectAsList(),
        model.transform(limited).select("generated").collectAsList());
  }

  @Test
  void rowsDoNotDependOnPartitionsOrderOrBatchSize() {
    Dataset<Row> given = latents(45).cache();
    List<Row> one = model.transform(given.coalesce(1)).sort("id").collectAsList();
    assertEquals(one, model.transform(given.repartition(7)).sort("id").collectAsList());
    assertEquals(
        one,
        model()
            .setImageFormat("array")
            .setBatchSize(5)
            .transform(given.sort(functions.desc("id")))
            .sort("id")
            .collectAsList());
    Dataset<Row> images =
        sprites(45, "image").withColumn("id", functions.monotonically_increasing_id());
    Dataset<Row> fixed = images.cache();
    assertEquals(
        model.transform(fixed.coalesce(1)).sort("id").collectAsList(),
        model.transform(fixed.repartition(7)).sort("id").collectAsList());
  }

  @Test
  void noiseIsTakenFromItsColumnOrDrawnFromSeedAndCodes() {
    Dataset<Row> noNoise = latents(10).drop("noise").cache();
    List<Row> drawn = model.transform(noNoise).select("generated").collectAsList();
    List<Row> again =
        model.transform(noNoise.repartition(3).sort("id")).select("generated").collectAsList();
    assertEquals(drawn, again);
    assertNotEquals(drawn, model.transform(latents(10)).select("generated").collectAsList());
    InfoGanCrModel otherSeed = model().setImageFormat("array").setSeed(43);
    assertNotEquals(drawn, otherSeed.transform(noNoise).select("generated").collectAsList());
    assertEquals(
        model.transform(latents(10)).collectAsList(),
        otherSeed.transform(latents(10)).collectAsList(),
        "the seed draws noise and nothing else");
    Dataset<Row> equalCodes = noNoise.withColumn("codes", functions.expr("array(0f, 0.5f, -1f)"));
    assertEquals(1, model.transform(equalCodes).select("generated").distinct().count());
  }

  @Test
  void eitherOutputCanBeSwitchedOff() {
    Dataset<Row> images = sprites(9, "image").select("image");
    Dataset<Row> all = model.transform(images);
    assertEquals(
        all.drop("generated").collectAsList(),
        model().setAppendGenerated(false).transform(images).collectAsList());
    assertEquals(
        all.drop("codes").collectAsList(),
        model().setImageFormat("array").setAppendCodes(false).transform(images).collectAsList());
  }

  @Test
  void outputSchemaIsTheOneAnnouncedInEveryCase() {
    for (String format : List.of("image", "png", "array", "vector")) {
      for (Dataset<Row> input : List.of(latents(2), sprites(2, format))) {
        StructType announced = model().setImageFormat(format).transformSchema(input.schema());
        assertEquals(announced, model().setImageFormat(format).transform(input).schema());
      }
    }
    Dataset<Row> images = sprites(2, "png");
    for (InfoGanCrModel stage :
        List.of(model().setAppendCodes(false), model().setAppendGenerated(false))) {
      assertEquals(stage.transformSchema(images.schema()), stage.transform(images).schema());
    }
  }

  @Test
  void refusesInputThatGivesItNothingToDo() {
    assertRefused(
        () -> model.transform(latents(2).select("id")),
        "tinyModel",
        "column 'image'",
        "['id']",
        "imageCol");
    assertRefused(
        () -> model().setAppendGenerated(false).transform(latents(2)),
        "tinyModel",
        "appendGenerated",
        "Drop the codes column");
    assertRefused(
        () ->
            model().setAppendGenerated(false).setAppendCodes(false).transform(sprites(2, "image")),
        "tinyModel",
        "appendGenerated",
        "Set appendCodes to true");
  }

  @Test
  void columnNamesMayHoldDotsAndSpaces() {
    Dataset<Row> images = sprites(4, "image").withColumnRenamed("image", "the.image");
    InfoGanCrModel named =
        model().setImageCol("the.image").setCodesCol("my codes").setGeneratedCol("a.b");
    assertEquals(
        model().transform(sprites(4, "image")).select("generated").collectAsList(),
        named.transform(images).select("`a.b`").collectAsList());
  }
}
