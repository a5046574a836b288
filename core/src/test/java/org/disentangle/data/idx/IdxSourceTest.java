// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdxSourceTest {

  private static final int COUNT = 50;
  private static final ImageShape SHAPE = new ImageShape(1, IdxBytes.HEIGHT, IdxBytes.WIDTH);

  @TempDir Path folder;
  private String plain;
  private String compressed;
  private String labels;

  @BeforeEach
  void writeFiles() {
    plain = IdxBytes.write(folder.resolve("plain.gz"), IdxBytes.images(COUNT));
    compressed =
        IdxBytes.write(folder.resolve("compressed"), IdxBytes.gzip(IdxBytes.images(COUNT)));
    labels = IdxBytes.write(folder.resolve("labels"), IdxBytes.gzip(IdxBytes.labels(COUNT)));
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void everyFormatHoldsTheImagesInOrderWithTheirLabels(ImageFormat format) {
    DataFrameReader reader = reader().option("imageFormat", format.id()).option("labels", labels);
    assertImages(reader.option("numPartitions", 3).load(plain), format);
    assertImages(reader.option("numPartitions", 4).load(compressed), format);
  }

  private static void assertImages(Dataset<Row> images, ImageFormat format) {
    ImageDecoder decoder = new ImageDecoder(format, SHAPE, "test", "image");
    List<Row> rows = images.collectAsList();
    assertEquals(COUNT, rows.size());
    for (int i = 0; i < COUNT; i++) {
      assertEquals(IdxBytes.label(i), rows.get(i).<Integer>getAs("label"));
      assertArrayEquals(pixels(i), decoder.decode(rows.get(i).get(0)));
    }
  }

  private static float[] pixels(int image) {
    float[] pixels = new float[SHAPE.size()];
    for (int place = 0; place < pixels.length; place++) {
      pixels[place] = IdxBytes.pixel(image, place) / 255f;
    }
    return pixels;
  }

  @Test
  void columnsAndTheirMetadata() {
    Dataset<Row> images = reader().option("labels", labels).load(compressed);
    assertArrayEquals(new String[] {"image", "label"}, images.columns());
    assertEquals(SHAPE, ImageColumns.shapeOf(images.schema().apply("image")).orElseThrow());
    Attribute label = Attribute.fromStructField(images.schema().apply("label"));
    int values = (Integer) ((NominalAttribute) label).getNumValues().get();
    assertEquals(10, values);
    assertArrayEquals(new String[] {"image"}, reader().load(compressed).columns());
  }

  @Test
  void aSampleIsTheSameForAnyPartitions() {
    DataFrameReader reader =
        reader().option("labels", labels).option("imageFormat", "array").option("sample", 17);
    List<Row> one = reader.option("numPartitions", 1).load(compressed).collectAsList();
    List<Row> five = reader.option("numPartitions", 5).load(compressed).collectAsList();
    assertEquals(17, one.size());
    assertEquals(one, five);
    assertTrue(
        !one.equals(reader.option("seed", 1).load(compressed).collectAsList()), "seed ignored");
  }

  @Test
  void labelsOfQmnist() {
    List<Row> expected = reader().option("labels", labels).load(plain).collectAsList();
    byte[] file = IdxBytes.qmnist(COUNT);
    for (byte[] content : List.of(file, IdxBytes.gzip(file))) {
      String ints = IdxBytes.write(folder.resolve("labels-idx2-int"), content);
      assertEquals(expected, reader().option("labels", ints).load(plain).collectAsList());
    }
  }

  @Test
  void countsAndLabelsDoNotReadImages() throws IOException {
    Dataset<Row> images = reader().option("labels", labels).load(plain);
    Files.delete(Path.of(plain));
    assertEquals(COUNT, images.count());
    assertEquals(5, images.filter("label = 3").select("label").collectAsList().size());
  }

  @Test
  void sqlViews() {
    SharedSpark.session()
        .sql(
            String.format(
                Locale.ROOT,
                "CREATE OR REPLACE TEMPORARY VIEW digits USING idx OPTIONS (path '%s', labels '%s')",
                compressed,
                labels));
    List<Row> rows =
        SharedSpark.session()
            .sql(
                """
                SELECT label, count(*), max(length(image.data)) FROM digits
                GROUP BY label ORDER BY label
                """)
            .collectAsList();
    assertEquals(10, rows.size());
    assertEquals(5, rows.get(4).getLong(1));
    assertEquals(SHAPE.size(), rows.get(4).getInt(2));
  }

  @Test
  void tablesOfTheCatalogueReadOnlyTheColumnsOfAQuery() throws IOException {
    SharedSpark.session()
        .sql(
            String.format(
                Locale.ROOT,
                "CREATE TABLE digits_table USING idx OPTIONS (path '%s', labels '%s')",
                plain,
                labels));
    byte[] file = Files.readAllBytes(Path.of(plain));
    try {
      Dataset<Row> table = SharedSpark.session().sql("SELECT * FROM digits_table");
      assertEquals(SHAPE.size(), table.selectExpr("max(length(image.data))").first().getInt(0));
      Dataset<Row> threes = table.filter("label = 3").select("label");
      Files.delete(Path.of(plain));
      assertEquals(5, threes.collectAsList().size());
    } finally {
      Files.write(Path.of(plain), file); // Spark 4 reads the schema before it drops a table
      SharedSpark.session().sql("DROP TABLE digits_table");
    }
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("idx");
  }
}
