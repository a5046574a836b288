// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.latents;
import static org.disentangle.model.TinyModel.model;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form that images and codes may have in columns. */
@Tag("contract")
class CellFormatsTest {

  @ParameterizedTest
  @ValueSource(strings = {"image", "png", "array", "vector"})
  void imagesOfEveryFormatGiveTheSameCodes(String format) {
    InfoGanCrModel encoder = model().setAppendGenerated(false);
    assertEquals(
        encoder.transform(sprites(16, "image")).select("codes").collectAsList(),
        encoder.transform(sprites(16, format)).select("codes").collectAsList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "png", "vector"})
  void generatedImagesHaveTheSamePixelsInEveryFormat(String format) {
    List<Row> exact =
        model().setImageFormat("array").transform(latents(9)).select("generated").collectAsList();
    List<Row> written =
        model().setImageFormat(format).transform(latents(9)).select("generated").collectAsList();
    ImageDecoder decoder =
        new ImageDecoder(ImageFormat.of(format), new ImageShape(1, 32, 32), "test", "generated");
    float tolerance = format.equals("vector") ? 0 : 0.5001f / 255;
    for (int row = 0; row < 9; row++) {
      float[] pixels = decoder.decode(written.get(row).get(0));
      List<Float> expected = exact.get(row).getList(0);
      assertEquals(TinyModel.PIXELS, pixels.length);
      for (int i = 0; i < pixels.length; i++) {
        assertEquals(expected.get(i), pixels[i], tolerance);
      }
    }
  }

  @Test
  void whatTheModelWritesItReads() {
    for (String format : List.of("image", "png", "array", "vector")) {
      Dataset<Row> made = model().setImageFormat(format).transform(latents(4)).select("generated");
      InfoGanCrModel encoder = model().setImageCol("generated").setAppendGenerated(false);
      assertEquals(4, encoder.transform(made).select("codes").collectAsList().size());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "png", "array", "vector"})
  void valuesFromMinusOneGiveTheSameCodes(String format) {
    Dataset<Row> signed =
        new ImagePreparation()
            .setPreparedCol("signed")
            .setImageFormat(format)
            .setValueRange("signed")
            .transform(sprites(16, "image"));
    InfoGanCrModel encoder = model().setAppendGenerated(false);
    assertEquals(
        encoder.transform(sprites(16, "image")).select("codes").collectAsList(),
        encoder
            .setImageCol("signed")
            .setValueRange("signed")
            .transform(signed)
            .select("codes")
            .collectAsList());
  }

  @Test
  void generatedImagesMayBeFromMinusOne() {
    InfoGanCrModel signed = model().setImageFormat("array").setValueRange("signed");
    Dataset<Row> made = signed.transform(latents(3)).select("generated");
    List<Float> values = made.first().getList(0);
    List<Float> unit =
        model()
            .setImageFormat("array")
            .transform(latents(3))
            .select("generated")
            .first()
            .getList(0);
    for (int i = 0; i < TinyModel.PIXELS; i++) {
      assertEquals(2 * unit.get(i) - 1, values.get(i), 1e-7f);
    }
    InfoGanCrModel encoder = model().setImageCol("generated").setAppendGenerated(false);
    TinyModel.assertRefused(
        () -> encoder.transform(made), "value range 'signed'", "Set valueRange to 'signed'");
    assertEquals(3, encoder.setValueRange("signed").transform(made).count());
  }

  @Test
  void codesAndNoiseMayBeDoublesOrVectors() {
    List<Row> floats = model().transform(latents(11)).select("generated").collectAsList();
    Dataset<Row> doubles =
        latents(11)
            .selectExpr(
                "id", "cast(codes as array<double>) codes", "cast(noise as array<double>) noise");
    assertEquals(floats, model().transform(doubles).select("generated").collectAsList());
    Dataset<Row> vectors =
        doubles
            .withColumn("codes", functions.array_to_vector(doubles.col("codes")))
            .withColumn("noise", functions.array_to_vector(doubles.col("noise")));
    assertEquals(floats, model().transform(vectors).select("generated").collectAsList());
  }

  @Test
  void sparseVectorsAreCodesToo() {
    UDF1<Long, Vector> codes = id -> Vectors.sparse(3, new int[] {1}, new double[] {id / 10.0});
    Dataset<Row> sparse =
        latents(5)
            .withColumn(
                "codes",
                org.apache
                    .spark
                    .sql
                    .functions
                    .udf(codes, SQLDataTypes.VectorType())
                    .apply(org.apache.spark.sql.functions.col("id")));
    Dataset<Row> dense =
        latents(5).selectExpr("id", "noise", "array(0f, cast(id / 10.0d as float), 0f) codes");
    assertEquals(
        model().transform(dense).select("generated").collectAsList(),
        model().transform(sparse).select("generated").collectAsList());
  }

  @Test
  void nullableColumnsWithoutNullsAreFine() {
    Dataset<Row> nullable = latents(4).selectExpr("id", "if(id >= 0, codes, null) codes", "noise");
    assertEquals(true, nullable.schema().apply("codes").nullable());
    assertArrayEquals(
        model().transform(latents(4)).select("generated").collectAsList().toArray(),
        model().transform(nullable).select("generated").collectAsList().toArray());
  }
}
