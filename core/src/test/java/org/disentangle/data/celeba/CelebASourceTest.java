// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.celeba;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.DatasetCopy;
import org.disentangle.testing.CapturedWarnings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images 1, 2, 7 and 9 of tables of ten. */
class CelebASourceTest {

  private static final String FOLDER = path("faces");

  @TempDir Path folder;

  @Test
  void attributesIdentityLandmarksAndSplit() {
    Dataset<Row> rows =
        reader("celeba")
            .option("attributes", "Young,Big_Nose")
            .option("label", "identity")
            .option("landmarks", "true")
            .option("numPartitions", 2)
            .load(FOLDER);
    assertArrayEquals(
        new String[] {
          "image", "path", "attr_Young", "attr_Big_Nose", "label", "landmark_lefteye_x"
        },
        Arrays.copyOf(rows.columns(), 6));
    List<Row> all = rows.collectAsList();
    assertEquals(4, all.size());
    assertTrue(all.get(2).<String>getAs("path").endsWith("img_align_celeba/000007.jpg"));
    assertEquals(1, all.get(0).<Integer>getAs("attr_Big_Nose"));
    assertEquals(9040, all.get(2).<Integer>getAs("label"));
    assertEquals(129.0, all.get(1).<Double>getAs("landmark_lefteye_x"));
    assertEquals(137.0, all.get(1).<Double>getAs("landmark_rightmouth_y"));
    assertEquals(
        List.of(0, 0, 1, 2), all.stream().map(row -> row.<Integer>getAs("split")).toList());
    assertEquals(100, pixel(all.get(0), 218, 178, 0, 100, 50), 4);
    assertEquals(50, pixel(all.get(0), 218, 178, 1, 100, 50), 4);
  }

  @Test
  void allAttributesAndOneSplit() {
    Dataset<Row> rows = reader("celeba").option("split", "valid").load(FOLDER);
    assertEquals(1 + 1 + 40 + 1, rows.columns().length);
    assertEquals(1, rows.count());
    assertTrue(rows.first().<String>getAs("path").endsWith("000007.jpg"));
  }

  @Test
  void tablesOfOtherWriters() throws IOException {
    Path copy = DatasetCopy.of("faces", folder);
    Path text = copy.resolve("Anno/list_attr_celeba.txt");
    String table = Files.readString(text);
    List<Row> expected = reader("celeba").load(copy.toString()).drop("image").collectAsList();
    Files.writeString(text, table.substring(table.indexOf('\n') + 1).replace("\n", "\r\n"));
    assertEquals(expected, reader("celeba").load(copy.toString()).drop("image").collectAsList());
    Files.delete(text);
    String csv =
        "image_id,"
            + table
                .substring(table.indexOf('\n') + 1)
                .replaceAll(" +\n", "\n")
                .replaceAll(" +", ",");
    Files.writeString(copy.resolve("list_attr_celeba.csv"), csv);
    assertEquals(expected, reader("celeba").load(copy.toString()).drop("image").collectAsList());
    String quoted = csv.strip().replace(",", "\",\"").replaceAll("(?m)^|$", "\"");
    Files.writeString(copy.resolve("list_attr_celeba.csv"), "\uFEFF" + quoted);
    assertEquals(expected, reader("celeba").load(copy.toString()).drop("image").collectAsList());
    Files.delete(copy.resolve("list_attr_celeba.csv"));
    try (CapturedWarnings warnings = new CapturedWarnings(CelebASource.class)) {
      assertArrayEquals(
          new String[] {"image", "path", "split"},
          reader("celeba").load(copy.toString()).columns());
      assertEquals(
          List.of(
              "celeba: no attributes, because list_attr_celeba is not in the folder, Anno or Eval"),
          warnings.lines());
    }
    refused(copy, "attributes", "Male", "no table list_attr_celeba");
  }

  @Test
  void losslessImages() throws IOException {
    Path copy = DatasetCopy.of("faces", folder);
    Path images = copy.resolve("img_align_celeba");
    Path lossless = Files.createDirectories(copy.resolve("Img/img_align_celeba_png"));
    for (int name : new int[] {1, 2, 7, 9}) {
      Path jpeg = images.resolve(String.format(Locale.ROOT, "%06d.jpg", name));
      String png = jpeg.getFileName().toString().replace(".jpg", ".png");
      ImageIO.write(ImageIO.read(jpeg.toFile()), "png", lossless.resolve(png).toFile());
    }
    Dataset<Row> jpegs = reader("celeba").load(copy.toString());
    List<Row> expected = jpegs.drop("path", "image").collectAsList();
    assertTrue(jpegs.first().<String>getAs("path").endsWith("img_align_celeba/000001.jpg"));
    Files.move(images, copy.resolve("aside"));
    Dataset<Row> rows = reader("celeba").load(copy.toString());
    assertEquals(expected, rows.drop("path", "image").collectAsList());
    assertEquals(100, pixel(rows.first(), 218, 178, 0, 100, 50), 4);
    assertTrue(rows.first().<String>getAs("path").endsWith("Img/img_align_celeba_png/000001.png"));
  }

  @Test
  void boxes() throws IOException {
    Path copy = DatasetCopy.of("faces", folder);
    refused(copy, "boxes", "true", "no table list_bbox_celeba");
    Files.writeString(
        copy.resolve("Anno/list_bbox_celeba.txt"),
        """
        4
        image_id x_1 y_1 width height
        000001.jpg    95  71 226 313
        000002.jpg    72  94 221 306
        000007.jpg     0   0   0   0
        000009.jpg   622 257 564 781
        """);
    Row last =
        reader("celeba").option("boxes", "true").load(copy.toString()).collectAsList().get(3);
    assertEquals(622.0, last.<Double>getAs("box_x"));
    assertEquals(257.0, last.<Double>getAs("box_y"));
    assertEquals(564.0, last.<Double>getAs("box_width"));
    assertEquals(781.0, last.<Double>getAs("box_height"));
  }

  @Test
  void damage() throws IOException {
    Path copy = DatasetCopy.of("faces", folder);
    Path table = copy.resolve("Eval/list_eval_partition.txt");
    String text = Files.readString(table);
    Files.writeString(table, text.replace("000007.jpg 1\n", ""));
    refused(copy, "sample", "1", "list_eval_partition.txt", "no line for the image 000007.jpg");
    Files.writeString(table, text.replace("000007.jpg 1", "000007.jpg 3"));
    refused(copy, "sample", "1", "the number 3 for the image 000007.jpg", "0 to 2");
    Files.writeString(table, text.replace("000007.jpg 1", "000007.jpg 1 4"));
    refused(copy, "sample", "1", "line 7 that is '000007.jpg 1 4'");
    Files.writeString(table, text.replace("000008.jpg", "000007.jpg"));
    refused(copy, "sample", "1", "000007.jpg again in line 8");
    Files.writeString(table, text);
    Path attributes = copy.resolve("Anno/list_attr_celeba.txt");
    String signs = Files.readString(attributes);
    Files.writeString(attributes, signs.replaceFirst("000007.jpg +-?1", "000007.jpg 0"));
    refused(copy, "sample", "1", "the number 0 for the image 000007.jpg", "-1 or 1");
    Files.writeString(attributes, signs.replaceFirst("10\n", "11\n"));
    refused(copy, "sample", "1", "10 lines of images", "11, as its first line says");
    Files.delete(copy.resolve("Anno/identity_CelebA.txt"));
    Files.delete(attributes);
    refused(copy, "label", "identity", "no table identity_CelebA");
    assertRefused("celeba", reader("celeba").option("path", path("yale")), "img_align_celeba");
  }

  private static void refused(Path path, String option, String value, String... parts) {
    assertRefused(
        "celeba", reader("celeba").option("path", path.toString()).option(option, value), parts);
  }
}
