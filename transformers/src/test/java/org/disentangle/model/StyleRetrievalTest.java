// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.disentangle.model.TinyModel.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.StyleRetrieval.By;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nearest images and pictures of exchanged codes. */
class StyleRetrievalTest {

  private final StyleContentModel model = TinyStyle.of(5);
  private Dataset<Row> gallery;

  @TempDir Path folder;

  @BeforeEach
  void numberImages() {
    gallery =
        sprites(30, "image")
            .select("image")
            .withColumn("id", functions.monotonically_increasing_id())
            .cache();
  }

  @Test
  void findsWhatAllDistancesSay() {
    Dataset<Row> coded = model.setAppendGenerated(false).transform(gallery).sort("id");
    for (By by : By.values()) {
      List<Row> rows = coded.select("id", by.name().toLowerCase(Locale.ROOT)).collectAsList();
      Dataset<Row> found =
          model.retrieve(gallery.where("id < 4"), gallery.repartition(4), "id", by, 5);
      assertArrayEquals(new String[] {"query", "rank", "found", "distance"}, found.columns());
      List<Row> ranked = found.sort("query", "rank").collectAsList();
      assertEquals(20, ranked.size());
      for (int query = 0; query < 4; query++) {
        List<Float> own = rows.get(query).getList(1);
        List<Long> expected =
            rows.stream()
                .sorted(
                    Comparator.<Row>comparingDouble(row -> distance(own, row.getList(1)))
                        .thenComparingLong(row -> row.getLong(0)))
                .limit(5)
                .map(row -> row.getLong(0))
                .toList();
        List<Row> answers = ranked.subList(5 * query, 5 * query + 5);
        assertEquals(expected, answers.stream().map(row -> row.getLong(2)).toList());
        assertEquals(0, answers.get(0).getDouble(3), "itself first");
        assertEquals(
            distance(own, rows.get(expected.get(4).intValue()).getList(1)),
            answers.get(4).getDouble(3),
            1e-6);
      }
    }
  }

  private static double distance(List<Float> a, List<Float> b) {
    return Math.sqrt(
        IntStream.range(0, a.size())
            .mapToDouble(i -> Math.pow((double) a.get(i) - b.get(i), 2))
            .sum());
  }

  @Test
  void aSmallGalleryGivesWhatItHas() {
    assertEquals(
        6,
        model
            .retrieve(gallery.where("id < 3"), gallery.where("id < 2"), "id", By.SPECIFIED, 5)
            .count());
    assertRefused(() -> model.retrieve(gallery, gallery, "id", By.SPECIFIED, 0), "k", "at least 1");
    assertRefused(() -> model.retrieve(gallery, gallery, "image", By.SPECIFIED, 1), "image");
  }

  @Test
  void gridsShowTheImagesAndWhatTheCodesMake() throws Exception {
    StyleGrids grids = new StyleGrids(model);
    Path file = folder.resolve("swap.png");
    grids.swapping(gallery.limit(3), gallery.limit(2)).write(file, false);
    var picture = ImageIO.read(file.toFile());
    assertEquals(4 + 4 * 100, picture.getWidth());
    assertEquals(4 + 3 * 100, picture.getHeight());
    var diagonal = grids.swapping(gallery.limit(1), gallery.limit(1)).draw();
    var line = grids.interpolation(gallery.limit(2), 4).draw();
    assertEquals(4 + 4 * 100, line.getWidth());
    boolean differ = false;
    for (int x = 0; x < 96; x++) {
      for (int y = 0; y < 96; y++) {
        assertEquals(diagonal.getRGB(104 + x, 104 + y), line.getRGB(4 + x, 4 + y));
        differ |= line.getRGB(4 + x, 4 + y) != line.getRGB(304 + x, 304 + y);
      }
    }
    assertTrue(differ, "the ends differ");
    assertRefused(() -> grids.interpolation(gallery.limit(3), 4), "3 images");
    assertRefused(() -> grids.swapping(gallery.limit(0), gallery), "none");
  }

  @Test
  void rowsOfTheNearestBeginWithTheImageItself() {
    StyleGrids grids = new StyleGrids(model);
    for (By by : By.values()) {
      var found = grids.retrieval(gallery.limit(2), gallery, by, 2).draw();
      assertEquals(4 + 3 * 100, found.getWidth());
      for (int y = 0; y < 196; y++) {
        assertEquals(found.getRGB(50, 4 + y), found.getRGB(150, 4 + y), by + ", row " + y);
      }
    }
    assertRefused(() -> grids.retrieval(gallery, gallery.limit(2), By.SPECIFIED, 3), "2 images");
  }

  @Test
  void drawnCodesAreTheSameInEveryRow() {
    StyleGrids grids = new StyleGrids(model);
    var one = gallery.limit(1);
    var drawn = grids.sampling(one.union(one), 3).draw();
    assertEquals(4 + 4 * 100, drawn.getWidth());
    boolean differ = false;
    for (int x = 4; x < 400; x++) {
      assertEquals(drawn.getRGB(x, 50), drawn.getRGB(x, 150), "column " + x);
      differ |= x > 300 && drawn.getRGB(x, 50) != drawn.getRGB(x - 100, 50);
    }
    assertTrue(differ, "draws differ");
    assertRefused(() -> grids.sampling(one, 0), "count", "at least 1");
  }
}
