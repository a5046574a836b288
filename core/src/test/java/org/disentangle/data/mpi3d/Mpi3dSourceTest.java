// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.mpi3d;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.npz.SparseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Mpi3dSourceTest {

  private static final long IMAGE = 64 * 64 * 3;

  @TempDir Path folder;

  private String write(int images, long marked) throws IOException {
    return SparseArchive.write(
        folder.resolve("mpi3d.npz"),
        "images",
        images + ", 64, 64, 3",
        images * IMAGE,
        Map.of(marked * IMAGE + 3 * (64 * 2 + 5) + 1, new byte[] {77}));
  }

  @Test
  void aLargeFileIsSoughtAndItsOrderIsTheLabel() throws IOException {
    // colour 3, shape 2, size 1, camera 2, background 0, horizontal 39, vertical 7
    int image = ((((3 * 6 + 2) * 2 + 1) * 3 + 2) * 3 * 40 + 39) * 40 + 7;
    String file = write(1_036_800, image);
    Dataset<Row> all = reader("mpi3d").option("variant", "real").load(file);
    assertEquals(1_036_800, all.count());
    List<Row> rows =
        reader("mpi3d")
            .option("object_color", "3")
            .option("object_shape", "2")
            .option("object_size", 1)
            .option("camera_height", 2)
            .option("background_color", 0)
            .option("horizontal_axis", 39)
            .load(file)
            .collectAsList();
    assertEquals(40, rows.size());
    assertEquals("[3, 2, 1, 2, 0, 39, 7]", rows.get(7).toSeq().drop(1).mkString("[", ", ", "]"));
    assertEquals(77, pixel(rows.get(7), 64, 64, 1, 2, 5));
    assertEquals(0, pixel(rows.get(6), 64, 64, 1, 2, 5));
    assertArrayEquals(
        new String[] {"white", "green", "red", "blue", "brown", "olive"},
        attribute(all, "factor_object_color").values().get());
  }

  @Test
  void fourColoursHaveNamesOnlyWithAVariant() throws IOException {
    String file = write(460_800, 460_799);
    Dataset<Row> rows = reader("mpi3d").option("factors", "vertical_axis").load(file);
    assertEquals(40, rows.count());
    assertTrue(attribute(rows, "factor_object_color").values().isEmpty());
    assertEquals(4, attribute(rows, "factor_object_color").getNumValues().get());
    assertEquals(
        "croissant",
        attribute(reader("mpi3d").option("variant", "complex").load(file), "factor_object_shape")
            .values()
            .get()[2]);
    assertRefused(
        "mpi3d",
        reader("mpi3d").option("variant", "real").option("path", file),
        "array images of 460800 images",
        "1036800 for variant real");
  }

  @Test
  void otherNumbersAreRefusedAndNpzIsNamed() {
    assertRefused(
        "mpi3d",
        reader("mpi3d").option("path", path("mpi3d_small_deflated.npz")),
        "of 2 images",
        "1036800",
        "460800",
        "source npz");
  }

  private static NominalAttribute attribute(Dataset<Row> rows, String column) {
    return (NominalAttribute) Attribute.fromStructField(rows.schema().apply(column));
  }
}
