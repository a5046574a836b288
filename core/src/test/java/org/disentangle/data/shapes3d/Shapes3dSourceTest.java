// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.shapes3d;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The file has the first 120 pictures: 2 object hues, which the floor and wall hues stay at 0. */
class Shapes3dSourceTest {

  private static final String FILE = path("3dshapes_small_shuffle.h5");

  @Test
  void indicesAreRanksOfTheValuesThatOccur() {
    Dataset<Row> rows = reader("shapes3d").load(FILE);
    assertEquals(120, rows.count());
    List<Row> all = rows.collectAsList();
    Row row = all.get(67); // scale 1, shape 0, orientation 7
    assertEquals(0, row.<Integer>getAs("factor_object_hue"));
    assertEquals(1, row.<Integer>getAs("factor_scale"));
    assertEquals(0, row.<Integer>getAs("factor_shape"));
    assertEquals(7, row.<Integer>getAs("factor_orientation"));
    assertEquals(.75 + .5 / 7, row.<Double>getAs("value_scale"), 1e-12);
    assertEquals(0, row.<Double>getAs("value_orientation"), 1e-12);
    NominalAttribute scale =
        (NominalAttribute) Attribute.fromStructField(rows.schema().apply("factor_scale"));
    assertEquals(2, scale.getNumValues().get());
    assertEquals(120, pixel(row, 64, 64, 1, 60, 3));
    assertEquals(16 * 7, pixel(row, 64, 64, 2, 25, 30));
    assertEquals(10, pixel(row, 64, 64, 1, 3, 3));
  }

  @Test
  void factorsChoose() {
    List<Row> rows =
        reader("shapes3d")
            .option("orientation", "3,5")
            .option("scale", 1)
            .load(FILE)
            .collectAsList();
    assertEquals(8, rows.size());
    assertEquals(16 * 5, pixel(rows.get(1), 64, 64, 2, 25, 30));
  }

  @Test
  void otherFilesAreRefused() {
    assertRefused(
        "shapes3d", reader("shapes3d").option("path", path("RC-49_64x64.h5")), "images of shape");
    assertRefused(
        "shapes3d",
        reader("shapes3d").option("path", path("h5_uneven.h5")),
        "array images of shape [50, 6, 5, 3]; expected shape [any, 64, 64, 3]");
    assertRefused(
        "shapes3d",
        reader("shapes3d").option("path", path("dsprites_small.hdf5")),
        "no array images among [imgs, latents/classes, latents/values]");
  }
}
