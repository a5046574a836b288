// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpriteSqlTest {

  private final SparkSession spark = SharedSpark.session();

  @Test
  void aTemporaryViewIsQueried() {
    spark.sql(
        """
        CREATE OR REPLACE TEMPORARY VIEW sprites USING dsprites
        OPTIONS (imageSize 32, factors 'shape,scale,posX', posX '0:31:4')
        """);
    List<Row> rows =
        spark
            .sql(
                """
                SELECT factor_shape, count(*) AS pictures, max(length(image.data)) AS bytes
                FROM sprites WHERE value_scale > 0.75 GROUP BY factor_shape ORDER BY factor_shape
                """)
            .collectAsList();
    assertEquals(3, rows.size());
    for (Row row : rows) {
      assertEquals(3 * 8, row.getLong(1));
      assertEquals(32 * 32, row.getInt(2));
    }
  }

  @Test
  void aViewHoldsTheSameRowsAsTheReader() {
    spark.sql(
        "CREATE OR REPLACE TEMPORARY VIEW few USING dsprites OPTIONS (sample 50, imageFormat 'png')");
    Dataset<Row> read =
        spark.read().format("dsprites").option("sample", 50).option("imageFormat", "png").load();
    List<Row> expected = read.collectAsList();
    List<Row> actual = spark.sql("SELECT * FROM few").collectAsList();
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i).<byte[]>getAs(0), actual.get(i).<byte[]>getAs(0));
      assertEquals(expected.get(i).getInt(5), actual.get(i).getInt(5));
    }
  }

  @Test
  void aViewWithAWrongOptionIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    spark.sql("CREATE TEMPORARY VIEW wrong USING dsprites OPTIONS (imageSize 15)"))
            .getMessage();
    assertTrue(message.contains("option imageSize is \"15\""), message);
  }

  @Test
  void parquetKeepsRowsAndTheShapeOfTheImages(@TempDir Path folder) {
    String path = folder.resolve("sprites").toString();
    spark
        .read()
        .format("dsprites")
        .option("imageFormat", "vector")
        .option("imageSize", 16)
        .option("sample", 30)
        .load()
        .write()
        .parquet(path);
    Dataset<Row> back = spark.read().parquet(path);
    assertEquals(30, back.count());
    assertEquals(
        new ImageShape(1, 16, 16),
        ImageColumns.shapeOf(back.schema().apply("image")).orElseThrow());
  }
}
