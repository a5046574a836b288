// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpriteSourceTest {

  private static final Map<String, String> SMALL =
      Map.of("imageSize", "32", "orientation", "0,10", "posX", "0:31:10", "posY", "3,30");

  @Test
  void theWholeGridIsCountedWithoutRendering() {
    assertEquals(SpriteGrid.SIZE, load(Map.of()).count());
  }

  @Test
  void columnsAndTheirMetadata() {
    Dataset<Row> sprites = load(Map.of());
    assertArrayEquals(
        new String[] {
          "image", "factor_shape", "factor_scale", "factor_orientation", "factor_posX",
          "factor_posY", "value_shape", "value_scale", "value_orientation", "value_posX",
          "value_posY"
        },
        sprites.columns());
    StructField image = sprites.schema().apply("image");
    assertEquals(ImageFormat.IMAGE, ImageFormat.detect(image.dataType()).orElseThrow());
    assertEquals(new ImageShape(1, 64, 64), ImageColumns.shapeOf(image).orElseThrow());
    for (SpriteFactor factor : SpriteFactor.values()) {
      Attribute attribute =
          Attribute.fromStructField(sprites.schema().apply(factor.factorColumn()));
      int values = (Integer) ((NominalAttribute) attribute).getNumValues().get();
      assertEquals(factor.count(), values);
    }
  }

  @Test
  void rowsAreTheSelectedPicturesInOrderOfTheirIndex() {
    List<Row> rows = load(SMALL).collectAsList();
    assertEquals(3 * 6 * 2 * 4 * 2, rows.size());
    SpriteRenderer renderer = new SpriteRenderer(32);
    ImageDecoder decoder = new ImageDecoder(ImageFormat.IMAGE, renderer.shape(), "test", "image");
    int before = -1;
    for (Row row : rows) {
      int index = index(row);
      assertTrue(index > before);
      before = index;
      assertArrayEquals(renderer.render(index), decoder.decode(row.get(0)));
      for (SpriteFactor factor : SpriteFactor.values()) {
        int value = row.<Integer>getAs(factor.factorColumn());
        assertEquals(factor.value(value), row.<Double>getAs(factor.valueColumn()));
      }
    }
    assertEquals(SpriteGrid.index(2, 5, 10, 30, 30), before);
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void everyFormatHoldsTheSamePicture(ImageFormat format) {
    Dataset<Row> sprites =
        load(Map.of("imageFormat", format.id(), "imageSize", "32", "sample", "20"));
    assertEquals(format, ImageFormat.detect(sprites.schema().apply("image").dataType()).get());
    SpriteRenderer renderer = new SpriteRenderer(32);
    ImageDecoder decoder = new ImageDecoder(format, renderer.shape(), "test", "image");
    for (Row row : sprites.collectAsList()) {
      assertArrayEquals(renderer.render(index(row)), decoder.decode(row.get(0)));
    }
  }

  @Test
  void thePartitionsDoNotChangeTheRows() {
    Dataset<Row> one = load(with(SMALL, "numPartitions", "1"));
    Dataset<Row> eight = load(with(SMALL, "numPartitions", "8"));
    assertEquals(1, one.javaRDD().getNumPartitions());
    assertEquals(8, eight.javaRDD().getNumPartitions());
    assertRowsEqual(one, eight);
    assertRowsEqual(
        load(Map.of("sample", "101", "numPartitions", "1")),
        load(Map.of("sample", "101", "numPartitions", "8")));
  }

  @Test
  void samplesAreSeededAndWithoutDuplicates() {
    List<Integer> first = indices(Map.of("sample", "5000", "seed", "1"));
    assertEquals(5000, new HashSet<>(first).size());
    assertEquals(first, first.stream().sorted().toList());
    assertEquals(first, indices(Map.of("sample", "5000", "seed", "1")));
    assertNotEquals(first, indices(Map.of("sample", "5000", "seed", "2")));
    double mean = first.stream().mapToInt(Integer::intValue).average().orElseThrow();
    assertEquals(SpriteGrid.SIZE / 2.0, mean, SpriteGrid.SIZE * 0.02);
  }

  @Test
  void aSampleOfEverythingIsEverything() {
    assertEquals(indices(SMALL), indices(with(SMALL, "sample", "288")));
  }

  @Test
  void factorsLeftOutRest() {
    Dataset<Row> sprites = load(Map.of("factors", "shape, posY", "posY", "0,31"));
    assertEquals(6, sprites.count());
    List<Row> rest =
        sprites
            .select("factor_scale", "factor_orientation", "factor_posX")
            .distinct()
            .collectAsList();
    assertEquals(1, rest.size());
    assertEquals(
        List.of(5, 0, 15), List.of(rest.get(0).get(0), rest.get(0).get(1), rest.get(0).get(2)));
  }

  @Test
  void onlyTheColumnsAskedForAreMade() {
    Dataset<Row> factors = load(SMALL).select("factor_posX", "factor_shape");
    String plan = factors.queryExecution().executedPlan().toString();
    assertTrue(plan.contains("columns [factor_shape, factor_posX]"), plan);
    assertEquals(288, factors.collectAsList().size());
    assertEquals(
        32, load(SMALL).select("image.height").distinct().collectAsList().get(0).getInt(0));
  }

  private static void assertRowsEqual(Dataset<Row> expected, Dataset<Row> actual) {
    List<Row> left = expected.collectAsList();
    List<Row> right = actual.collectAsList();
    assertEquals(left.size(), right.size());
    for (int i = 0; i < left.size(); i++) {
      assertEquals(index(left.get(i)), index(right.get(i)));
      assertArrayEquals(
          left.get(i).getStruct(0).<byte[]>getAs("data"),
          right.get(i).getStruct(0).<byte[]>getAs("data"));
    }
  }

  private static List<Integer> indices(Map<String, String> options) {
    return load(options).drop("image").collectAsList().stream()
        .map(SpriteSourceTest::index)
        .toList();
  }

  private static int index(Row row) {
    SpriteFactor[] all = SpriteFactor.values();
    int[] factors = new int[all.length];
    for (SpriteFactor factor : all) {
      factors[factor.ordinal()] = row.<Integer>getAs(factor.factorColumn());
    }
    return SpriteGrid.index(factors);
  }

  private static Map<String, String> with(Map<String, String> options, String key, String value) {
    Map<String, String> all = new HashMap<>(options);
    all.put(key, value);
    return all;
  }

  private static Dataset<Row> load(Map<String, String> options) {
    return SharedSpark.session().read().format("dsprites").options(options).load();
  }
}
