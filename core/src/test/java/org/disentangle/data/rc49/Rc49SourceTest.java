// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.rc49;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Fifty images, chair i modulo 49 at .1 to 89.9 degrees, every other one for training. */
class Rc49SourceTest {

  private static final String FILE = path("RC-49_64x64.h5");

  @Test
  void planesAnglesAndTypes() {
    List<Row> rows = reader("rc49").load(FILE).collectAsList();
    assertEquals(50, rows.size());
    assertEquals(89.9, rows.get(49).<Double>getAs("value_angle"), 1e-5);
    assertEquals(48, rows.get(48).<Integer>getAs("factor_type"));
    assertEquals(0, rows.get(49).<Integer>getAs("factor_type"));
    assertEquals(1, rows.get(49).<Integer>getAs("split"));
    assertEquals(0, pixel(rows.get(7), 64, 64, 0, 60, 3));
    assertEquals(120, pixel(rows.get(7), 64, 64, 1, 60, 3));
    assertEquals(16 * 7, pixel(rows.get(7), 64, 64, 2, 25, 30));
  }

  @Test
  void splits() {
    assertEquals(25, reader("rc49").option("split", "train").load(FILE).count());
    Row first = reader("rc49").option("split", "test").load(FILE).first();
    assertEquals(1, first.<Integer>getAs("factor_type"));
    assertEquals(16, pixel(first, 64, 64, 2, 25, 30));
    assertRefused(
        "rc49", reader("rc49").option("path", FILE).option("split", "valid"), "split is \"valid\"");
    assertRefused(
        "rc49",
        reader("rc49").option("path", path("3dshapes_small_shuffle.h5")),
        "array images of shape [120, 64, 64, 3]");
  }
}
