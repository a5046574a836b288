// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TeapotSourceTest {

  private static final Map<String, String> SMALL =
      Map.of("imageSize", "16", "rows", "60", "imageFormat", "array", "seed", "7");

  @Test
  void theWholeSetIsCountedWithoutRendering() {
    assertEquals(200_000, load(Map.of()).count());
  }

  @ParameterizedTest
  @EnumSource(TeapotVariant.class)
  void columnsAndTheirMetadata(TeapotVariant variant) {
    Dataset<Row> teapots = load(Map.of("variant", variant.id()));
    assertEquals(1 + variant.factors().size(), teapots.columns().length);
    StructField image = teapots.schema().apply("image");
    assertEquals(ImageFormat.IMAGE, ImageFormat.detect(image.dataType()).orElseThrow());
    assertEquals(new ImageShape(3, 64, 64), ImageColumns.shapeOf(image).orElseThrow());
    for (TeapotFactor factor : variant.factors()) {
      StructField field = teapots.schema().apply("factor_" + factor.id());
      assertEquals(DataTypes.DoubleType, field.dataType());
      NumericAttribute attribute = (NumericAttribute) Attribute.fromStructField(field);
      assertEquals(0.0, attribute.min().get());
      assertEquals(factor.max(), attribute.max().get());
    }
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void everyFormatHoldsThePictureOfItsFactors(ImageFormat format) {
    Map<String, String> options =
        with(with(SMALL, "imageFormat", format.id()), "variant", TeapotVariant.LIGHT.id());
    TeapotRenderer renderer = new TeapotRenderer(16);
    ImageDecoder decoder = new ImageDecoder(format, renderer.shape(), "test", "image");
    float[] expected = new float[renderer.shape().size()];
    float rounding = format == ImageFormat.IMAGE || format == ImageFormat.PNG ? 0.5f / 255 : 0;
    for (Row row : load(options).collectAsList()) {
      renderer.render(TeapotVariant.LIGHT, factors(row, TeapotVariant.LIGHT), expected);
      assertArrayEquals(expected, decoder.decode(row.get(0)), rounding + 1e-6f);
    }
  }

  @Test
  void neitherPartitionsNorTheNumberOfRowsChangeARow() {
    Dataset<Row> one = load(with(SMALL, "numPartitions", "1"));
    Dataset<Row> seven = load(with(SMALL, "numPartitions", "7"));
    assertEquals(7, seven.javaRDD().getNumPartitions());
    assertEquals(one.collectAsList(), seven.collectAsList());
    List<Row> more = load(with(SMALL, "rows", "90")).collectAsList();
    assertEquals(one.collectAsList(), more.subList(0, 60));
    assertNotEquals(one.collectAsList(), load(with(SMALL, "seed", "8")).collectAsList());
  }

  @Test
  void onlyTheColumnsAskedForAreMade() {
    Dataset<Row> factors = load(Map.of("rows", "50000")).select("factor_red", "factor_azimuth");
    String plan = factors.queryExecution().executedPlan().toString();
    assertTrue(plan.contains("columns [factor_azimuth, factor_red]"), plan);
    assertEquals(50000, factors.collectAsList().size());
  }

  @Test
  void factorsHeldDoNotVary() {
    Map<String, String> options = with(with(SMALL, "elevation", "0.5"), "blue", "0");
    List<Row> rows = load(options).collectAsList();
    List<Row> free = load(SMALL).collectAsList();
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(0.5, rows.get(i).<Double>getAs("factor_elevation"));
      assertEquals(0.0, rows.get(i).<Double>getAs("factor_blue"));
      assertEquals(
          free.get(i).<Double>getAs("factor_azimuth"), rows.get(i).<Double>getAs("factor_azimuth"));
    }
  }

  @Test
  void aGroupHasOneFactorInCommon() {
    Map<String, String> options = Map.of("groups", "20", "groupSize", "30", "imageSize", "16");
    List<Row> rows = load(options).drop("image").collectAsList();
    assertEquals(600, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      assertEquals(i / 30, rows.get(i).<Integer>getAs("group"));
    }
    for (int group = 0; group < 20; group++) {
      List<Row> members = rows.subList(30 * group, 30 * group + 30);
      for (int factor = 0; factor < 5; factor++) {
        int place = factor;
        long values = members.stream().map(row -> row.getDouble(place)).distinct().count();
        assertEquals(factor == group % 5 ? 1 : 30, values);
      }
    }
    assertNotEquals(rows.get(0).getDouble(0), rows.get(150).getDouble(0));
  }

  @Test
  void groupsShareTheFactorsThatAreNotHeld() {
    Map<String, String> options = Map.of("groups", "6", "groupSize", "5", "elevation", "1");
    List<Row> rows = load(options).drop("image").collectAsList();
    // Group 1 has the second varying factor in common, which is red.
    assertEquals(rows.get(5).getDouble(2), rows.get(9).getDouble(2));
    assertNotEquals(rows.get(5).getDouble(0), rows.get(9).getDouble(0));
  }

  static double[] factors(Row row, TeapotVariant variant) {
    return variant.factors().stream()
        .mapToDouble(factor -> row.<Double>getAs(factor.column()))
        .toArray();
  }

  private static Map<String, String> with(Map<String, String> options, String key, String value) {
    Map<String, String> all = new HashMap<>(options);
    all.put(key, value);
    return all;
  }

  private static Dataset<Row> load(Map<String, String> options) {
    return SharedSpark.session().read().format("teapots").options(options).load();
  }
}
