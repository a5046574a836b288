// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.disc;

import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.attribute.NumericAttribute;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;

class DiscSourceTest {

  @Test
  void theGridHasOneDiscPerAngleAndRadius() {
    Dataset<Row> discs = reader().option("imageFormat", "array").load();
    assertArrayEquals(
        new String[] {"image", "factor_angle", "factor_radius", "value_angle", "value_radius"},
        discs.columns());
    List<Row> rows = discs.collectAsList();
    assertEquals(1080, rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      assertEquals(i / 27, row.getInt(1));
      assertEquals(i % 27, row.getInt(2));
      assertEquals(2 * Math.PI * (i / 27) / 40, row.getDouble(3), 1e-12);
      assertEquals(i % 27, row.getDouble(4));
      assertDisc(row);
    }
  }

  /** 97 pixels, symmetric about the pixel at the position rounded down. */
  private static void assertDisc(Row row) {
    List<Float> pixels = row.getList(0);
    int column = middle(row.getDouble(4) * Math.cos(row.getDouble(3)));
    int line = middle(row.getDouble(4) * Math.sin(row.getDouble(3)));
    int count = 0;
    for (int i = 0; i < pixels.size(); i++) {
      if (pixels.get(i) != 0) {
        assertEquals(1f, pixels.get(i));
        assertTrue(Math.hypot(i % 64 - column, i / 64 - line) < 5.5);
        count++;
      }
    }
    assertEquals(97, count);
    assertEquals(1f, pixels.get((line - 5) * 64 + column - 2));
    assertEquals(1f, pixels.get((line + 2) * 64 + column + 5));
  }

  private static int middle(double offset) {
    return (int) Math.floor(32 + offset + 1e-9);
  }

  @Test
  void factorsCarryAttributesAndAreChosen() {
    Dataset<Row> discs = reader().option("factors", "angle").option("angle", "0:39:10").load();
    Attribute radius = Attribute.fromStructField(discs.schema().apply("factor_radius"));
    assertEquals(27, (Integer) ((NominalAttribute) radius).getNumValues().get());
    NumericAttribute pixels =
        (NumericAttribute) Attribute.fromStructField(discs.schema().apply("value_radius"));
    assertEquals(List.of(0.0, 26.0), List.of(pixels.min().get(), pixels.max().get()));
    List<Row> rows = discs.select("factor_radius", "factor_angle").collectAsList();
    assertEquals(4, rows.size());
    assertEquals(26, rows.get(3).getInt(0));
    assertEquals(30, rows.get(3).getInt(1));
  }

  @Test
  void sqlViews() {
    SharedSpark.session()
        .sql("CREATE OR REPLACE TEMPORARY VIEW discs USING cdsprites OPTIONS (sample 108, seed 3)");
    Row row =
        SharedSpark.session()
            .sql("SELECT count(*), max(image.height), count(DISTINCT factor_radius) FROM discs")
            .first();
    assertEquals(108, row.getLong(0));
    assertEquals(64, row.getInt(1));
    assertTrue(row.getLong(2) > 20);
  }

  @Test
  void refusals() {
    assertRefused("cdsprites", reader().option("imageSize", 32), "unknown option \"imageSize\"");
    assertRefused("cdsprites", reader().option("path", "x"), "unknown option \"path\"", "load()");
    assertRefused("cdsprites", reader().option("radius", "27"), "different indices from 0 to 26");
    assertRefused("cdsprites", reader().option("factors", "shape"), "angle, radius");
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("cdsprites");
  }
}
