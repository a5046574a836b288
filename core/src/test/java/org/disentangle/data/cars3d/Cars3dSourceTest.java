// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.cars3d;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two cars; a pixel is (y >= 64) + 2 (x >= 32) + 60 c + 3 azimuth + 30 elevation + 100 object. */
class Cars3dSourceTest {

  @TempDir Path folder;

  @Test
  void objectsAreNumberedByTheList() {
    Dataset<Row> rows = reader("cars3d").option("numPartitions", 3).load(path("cars"));
    List<Row> all = rows.collectAsList();
    assertEquals(192, all.size());
    for (int place : new int[] {0, 25, 96, 191}) {
      Row row = all.get(place);
      int elevation = row.getAs("factor_elevation");
      int azimuth = row.getAs("factor_azimuth");
      int object = row.getAs("factor_object");
      assertEquals(place, (object * 4 + elevation) * 24 + azimuth);
      int base = 3 * azimuth + 30 * elevation + 100 * object;
      assertEquals((base + 1) & 255, pixel(row, 128, 128, 0, 70, 3));
      assertEquals((base + 2 + 120) & 255, pixel(row, 128, 128, 2, 3, 70));
    }
    NominalAttribute object =
        (NominalAttribute) Attribute.fromStructField(rows.schema().apply("factor_object"));
    assertArrayEquals(new String[] {"car_007_mesh", "car_003_mesh"}, object.values().get());
  }

  @Test
  void contradictions() throws IOException {
    for (String name : List.of("car_007_mesh.mat", "car_003_mesh.mat")) {
      Files.copy(Path.of(path("cars/" + name)), folder.resolve(name));
    }
    List<Row> sorted =
        reader("cars3d").option("elevation", 0).load(folder.toString()).collectAsList();
    assertEquals(48, sorted.size());
    assertEquals(101, pixel(sorted.get(0), 128, 128, 0, 70, 3));
    Files.writeString(folder.resolve("list.txt"), "car_003_mesh\ncar_001_mesh\ncar_007_mesh\n");
    refused("list.txt", "found car_001_mesh, of which there is no file car_001_mesh.mat");
    Files.writeString(folder.resolve("list.txt"), "car_003_mesh\r\n");
    refused("list.txt", "found no line car_007_mesh");
    Files.writeString(folder.resolve("list.txt"), "car_003_mesh\ncar_007_mesh\ncar_003_mesh.mat\n");
    refused("list.txt", "found the name car_003_mesh twice; expected each file once");
    Files.delete(folder.resolve("list.txt"));
    byte[] car = Files.readAllBytes(folder.resolve("car_007_mesh.mat"));
    Files.write(folder.resolve("car_007_mesh.mat"), Arrays.copyOf(car, car.length / 2));
    refused("car_007_mesh.mat", "would end behind the file");
    assertRefused("cars3d", reader("cars3d").option("path", path(".")), "files car_NNN_mesh.mat");
    assertRefused(
        "cars3d", reader("cars3d").option("path", path("svhn_v5.mat")), "found a file", "a folder");
  }

  private void refused(String... parts) {
    assertRefused("cars3d", reader("cars3d").option("path", folder.toString()), parts);
  }
}
