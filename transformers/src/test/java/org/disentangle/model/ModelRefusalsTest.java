// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.latents;
import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns and cells a model cannot use; messages name stage, column, found and expected. */
class ModelRefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "array(0f, 0f);                      2 values;              3 values from -1.0 to 1.0",
        "array(0f, 0f, 0f, 0f);              4 values;              3 values from -1.0 to 1.0",
        "array(0f, 1.5f, 0f);                1.5 as value 1;        inferred from images",
        "array(0f, 0f, -1.0001d);            -1.0001 as value 2;    inferred from images",
        "array(0f, float('NaN'), 0f);        NaN as value 1;        divided by zero",
        "array(0f, cast(null as float), 0f); null as value 1;       left values out",
        "cast(null as array<float>);         found null;            Filter out",
      })
  void codes(String cell, String found, String rest) {
    Dataset<Row> bad =
        latents(3)
            .withColumn(
                "codes", functions.expr(String.format(Locale.ROOT, "if(id = 1, %s, codes)", cell)));
    assertRefused(
        () -> model().transform(bad).collectAsList(), "tinyModel", "column 'codes'", found, rest);
  }

  @Test
  void noise() {
    Dataset<Row> bad = latents(3).withColumn("noise", functions.expr("array(2f, 0f)"));
    assertRefused(
        () -> model().transform(bad).collectAsList(),
        "tinyModel",
        "column 'noise'",
        "2.0 as value 0",
        "uniform noise");
  }

  @Test
  void columnsOfTheWrongType() {
    assertRefused(
        () -> model().transform(latents(2).withColumn("codes", functions.lit("x"))),
        "tinyModel",
        "column 'codes'",
        "type string",
        "array<float>",
        "vector");
    assertRefused(
        () -> model().transform(latents(2).withColumn("noise", functions.lit(1))),
        "tinyModel",
        "column 'noise'",
        "type int");
    assertRefused(
        () -> model().transform(sprites(2, "image").withColumn("image", functions.lit(1))),
        "tinyModel",
        "column 'image'",
        "type int",
        "image struct");
  }

  @Test
  void outputColumnsThatExistOrCollide() {
    assertRefused(
        () -> model().transform(latents(2).withColumn("GENERATED", functions.lit(1))),
        "tinyModel",
        "column 'generated'",
        "'GENERATED'",
        "generatedCol");
    assertRefused(
        () -> model().setGeneratedCol("codes").transform(sprites(2, "image")),
        "tinyModel",
        "column 'codes'",
        "generatedCol");
  }

  @Test
  void imagesWhoseMetadataAnotherProgramWrote() {
    Metadata foreign = new MetadataBuilder().putString("disentangle.image", "1x32x32").build();
    Dataset<Row> images = sprites(2, "image");
    assertRefused(
        () ->
            model().transform(images.withColumn("image", images.col("image").as("image", foreign))),
        "tinyModel",
        "column 'image'",
        "metadata {");
  }

  @Test
  void batchesThatFitInNoMemory() {
    assertRefused(
        () -> model().setBatchSize(Integer.MAX_VALUE).transform(latents(2)),
        "tinyModel",
        "parameter batchSize",
        "at most 262144 images");
  }

  @Test
  void columnsThatNoStageNamesMayComeTwice() {
    Dataset<Row> twice = latents(2).withColumn("x", functions.lit(1));
    twice = twice.select(functions.col("*"), twice.col("codes").as("x"));
    assertEquals(2, model().transform(twice).select("generated").count());
  }

  @Test
  void imagesWhoseMetadataTellsAnotherShape() {
    Dataset<Row> large =
        SharedSpark.session()
            .read()
            .format("dsprites")
            .option("imageSize", 64)
            .option("sample", 2)
            .load();
    assertRefused(
        () -> model().transformSchema(large.schema()),
        "tinyModel",
        "column 'image'",
        "1x64x64",
        "1x32x32");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "cast(null as array<float>);                        null;        images of|values",
        "array(0f, 1f);                                     2 values;    1024 values",
        "array_repeat(1.5f, 1024);                          1.5 at;      [0, 1]",
        "array_repeat(float('NaN'), 1024);                  NaN at;      [0, 1]",
      })
  void images(String cell, String found, String expected) {
    Dataset<Row> bad =
        sprites(3, "array")
            .select("image")
            .withColumn(
                "image",
                functions.expr(String.format(Locale.ROOT, "if(image[0] >= 0, %s, image)", cell)));
    String part = expected.equals("images of|values") ? "expected" : expected;
    assertRefused(
        () -> model().transform(bad).collectAsList(), "tinyModel", "\"image\"", found, part);
  }

  @Test
  void imagesOfAnotherSizeAmongTheRest() {
    Dataset<Row> bad =
        sprites(3, "image")
            .select("image")
            .withColumn(
                "image",
                functions.expr(
                    "named_struct('origin','','height',16,'width',16,'nChannels',1,'mode',0,"
                        + "'data', unhex(repeat('00', 256)))"));
    assertRefused(
        () -> model().transform(sprites(3, "image").select("image").union(bad)).collectAsList(),
        "tinyModel",
        "\"image\"",
        "1x16x16",
        "1x32x32");
  }
}
