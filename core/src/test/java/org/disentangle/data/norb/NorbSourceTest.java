// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.norb;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.data.DatasetCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pixels of smallNORB are y + 2 x + 20 image + 100 camera, modulo 256. */
class NorbSourceTest {

  private static final String TRAIN = "smallnorb-5x46789x9x18x6x2x96x96-training";

  @TempDir Path folder;

  @Test
  void bothHalvesAndBothCameras() {
    Dataset<Row> rows =
        reader("smallnorb")
            .option("split", "all")
            .option("numPartitions", 3)
            .load(path("smallnorb"));
    List<Row> all = rows.collectAsList();
    assertEquals(12, all.size());
    Row row = all.get(7); // image 1 of the test half
    assertEquals(1, row.<Integer>getAs("factor_category"));
    assertEquals(1, row.<Integer>getAs("factor_instance"));
    assertEquals(1, row.<Integer>getAs("factor_elevation"));
    assertEquals(16, row.<Integer>getAs("factor_azimuth"));
    assertEquals(1, row.<Integer>getAs("factor_lighting"));
    assertEquals(35.0, row.<Double>getAs("value_elevation"));
    assertEquals(320.0, row.<Double>getAs("value_azimuth"));
    assertEquals((5 + 2 * 9 + 20) % 256, pixel(row, 96, 96, 0, 5, 9));
    NominalAttribute category =
        (NominalAttribute) Attribute.fromStructField(rows.schema().apply("factor_category"));
    assertArrayEquals(
        new String[] {"animal", "human", "plane", "truck", "car"}, category.values().get());
    Row right =
        reader("smallnorb")
            .option("camera", "right")
            .load(path("smallnorb"))
            .collectAsList()
            .get(1);
    assertEquals(6, right.<Integer>getAs("factor_instance"));
    assertEquals(5 + 2 * 9 + 20 + 100, pixel(right, 96, 96, 0, 5, 9));
    String test = path("smallnorb/smallnorb-5x01235x9x18x6x2x96x96-testing-dat.mat.gz");
    assertEquals(0, reader("smallnorb").load(test).first().<Integer>getAs("factor_instance"));
  }

  @Test
  void numberedFilesOfTheLargeSet() {
    List<Row> rows = reader("norb").load(path("norb")).collectAsList();
    assertEquals(6, rows.size());
    assertEquals(2, rows.get(3).<Integer>getAs("factor_category"));
    assertEquals(5, rows.get(5).<Integer>getAs("factor_category"));
    assertEquals(0, rows.get(5).<Integer>getAs("factor_instance"));
    assertEquals(-6.0, rows.get(0).<Double>getAs("value_rotation"));
    assertEquals(20 + 1 + 2, pixel(rows.get(4), 108, 108, 0, 18, 50));
    assertRefused(
        "norb",
        reader("norb").option("path", path("norb")).option("split", "test"),
        "files norb-...-testing...-dat.mat[.gz]");
  }

  /** Blank images show nothing, so whatever their infos say is read as 0. */
  @Test
  void infosOfBlankImagesMeanNothing() throws IOException {
    Path copy = DatasetCopy.of("norb", folder);
    String name = "norb-5x46789x9x18x6x2x108x108-training-02-info.mat";
    byte[] infos;
    try (GZIPInputStream stream =
        new GZIPInputStream(Files.newInputStream(copy.resolve(name + ".gz")))) {
      infos = stream.readAllBytes();
    }
    int last = infos.length - 40; // ten infos of four bytes
    infos[last] = 77;
    infos[last + 8] = 98;
    infos[last + 12] = 6;
    Files.write(copy.resolve(name), infos);
    Row blank = reader("norb").load(copy.toString()).collectAsList().get(5);
    assertEquals(5, blank.<Integer>getAs("factor_category"));
    for (String info : List.of("instance", "azimuth", "lighting")) {
      assertEquals(0, blank.<Integer>getAs("factor_" + info));
    }
  }

  @Test
  void aPartThatIsMissingIsRefused() throws IOException {
    Path copy = DatasetCopy.of("norb", folder);
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.filter(f -> f.toString().contains("training-02-")).toList()) {
        String name = file.getFileName().toString().replace("training-02-", "training-03-");
        Files.move(file, copy.resolve(name));
      }
    }
    assertRefused(
        "norb",
        reader("norb").option("path", copy.toString()),
        "training-03-dat.mat and no part 02 before it");
  }

  @Test
  void aSplitOfOneFileIsRefused() {
    for (String split : List.of("test", "foo")) {
      assertRefused(
          "smallnorb",
          reader("smallnorb")
              .option("path", path("smallnorb/" + TRAIN + "-dat.mat.gz"))
              .option("split", split),
          "split is \"" + split + "\"; expected no such option");
    }
  }

  @Test
  void thePlainFileIsReadWhereBothLieThere() throws IOException {
    Path copy = DatasetCopy.of("smallnorb", folder);
    Path zipped = copy.resolve(TRAIN + "-dat.mat.gz");
    byte[] plain;
    try (GZIPInputStream stream =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(zipped)))) {
      plain = stream.readAllBytes();
    }
    plain[24] = 77;
    Files.write(copy.resolve(TRAIN + "-dat.mat"), plain);
    assertEquals(77, pixel(reader("smallnorb").load(copy.toString()).first(), 96, 96, 0, 0, 0));
    Files.write(copy.resolve(TRAIN + "-dat.mat"), Arrays.copyOf(plain, plain.length - 1));
    refused(copy, TRAIN + "-dat.mat", "110615 bytes", "110616 for the sizes [6, 2, 96, 96]");
  }

  @Test
  void damage() throws IOException {
    Path copy = DatasetCopy.of("smallnorb", folder);
    Path images = copy.resolve(TRAIN + "-dat.mat.gz");
    Path categories = copy.resolve(TRAIN + "-cat.mat");
    byte[] zipped = Files.readAllBytes(images);
    byte[] plain = Files.readAllBytes(categories);
    Files.write(images, Arrays.copyOf(zipped, zipped.length - 10));
    refused(copy, "dat.mat.gz", "for the sizes [6, 2, 96, 96]");
    Files.write(images, zipped);
    byte[] other = plain.clone();
    other[20] = 5;
    Files.write(categories, other);
    refused(copy, "cat.mat", "the category 5 of image 0", "0 to 4");
    other = Arrays.copyOf(plain, plain.length - 4);
    other[8] = 5;
    Files.write(categories, other);
    refused(copy, "cat.mat", "5 rows", "each of the 6 images");
    Files.copy(
        copy.resolve(TRAIN + "-info.mat.gz"), categories, StandardCopyOption.REPLACE_EXISTING);
    refused(copy, "cat.mat", "sizes [6, 4]");
    Files.copy(Path.of(path("svhn_v5.mat")), categories, StandardCopyOption.REPLACE_EXISTING);
    refused(copy, "cat.mat", "that of a MATLAB file", "0x1E3D4C54 (ints)");
    Files.delete(categories);
    refused(copy, "no file " + TRAIN + "-cat.mat among");
  }

  private static void refused(Path path, String... parts) {
    assertRefused("smallnorb", reader("smallnorb").option("path", path.toString()), parts);
  }
}
