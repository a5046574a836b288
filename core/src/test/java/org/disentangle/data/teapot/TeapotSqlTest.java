// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.teapot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeapotSqlTest {

  private final SparkSession spark = SharedSpark.session();

  @Test
  void aViewIsQueried() {
    spark.sql(
        """
        CREATE OR REPLACE TEMPORARY VIEW teapots USING teapots
        OPTIONS (rows 500, imageSize 16, variant 'rotation')
        """);
    List<Row> rows =
        spark
            .sql(
                """
                SELECT count(*), max(length(image.data)), max(factor_polar)
                FROM teapots WHERE factor_polar < 1.5
                """)
            .collectAsList();
    assertEquals(250, rows.get(0).getLong(0), 60);
    assertEquals(3 * 16 * 16, rows.get(0).getInt(1));
    assertTrue(rows.get(0).getDouble(2) < 1.5);
  }

  @Test
  void parquetKeepsTheShapeAndTheFactors(@TempDir Path folder) {
    String path = folder.resolve("teapots").toString();
    spark
        .read()
        .format("teapots")
        .option("imageFormat", "png")
        .option("rows", 40)
        .load()
        .write()
        .parquet(path);
    assertEquals(40, spark.read().parquet(path).count());
    assertEquals(
        new ImageShape(3, 64, 64),
        ImageColumns.shapeOf(spark.read().parquet(path).schema().apply("image")).orElseThrow());
  }
}
