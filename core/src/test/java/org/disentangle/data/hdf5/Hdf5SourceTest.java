// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.disentangle.testing.QuietSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Hdf5SourceTest {

  private static final int ROWS = 50;

  @TempDir Path folder;

  @Test
  void textsAreLabels() {
    DataFrameReader reader = reader("hdf5").option("path", path("h5_texts.h5"));
    for (String array : List.of("texts", "plain")) {
      Dataset<Row> rows = reader.option("labels", array).load();
      assertEquals(
          List.of(1, 2, 0, 1),
          rows.collectAsList().stream().map(row -> row.<Integer>getAs("label")).toList());
      String last = array.equals("texts") ? "\u00fclk" : "zebra";
      assertArrayEquals(new String[] {"car", "tram", last}, values(rows, "label"));
    }
    assertRefused("hdf5", reader.option("labels", "fixed"), "bytes at place 1 that are no text");
    Dataset<Row> two = reader.option("labels", "chunked").option("names", "what,side").load();
    assertEquals(
        RowFactory.create(2, 1), two.select("factor_what", "factor_side").collectAsList().get(1));
    assertArrayEquals(new String[] {"a", "b"}, values(two, "factor_side"));
    assertRefused("hdf5", reader.option("labels", "blank"), "blank text at place 1");
    assertRefused("hdf5", reader.option("labels", "few"), "of shape [2]", "each of the 4 images");
  }

  private static String[] values(Dataset<Row> rows, String column) {
    return ((NominalAttribute) Attribute.fromStructField(rows.schema().apply(column)))
        .values()
        .get();
  }

  /** Fifty images of 6 x 5 x 3, value = place modulo 251, in every layout and index of chunks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "h5_uneven",
        "h5_lzf",
        "h5_latest_ext",
        "h5_latest_bt2",
        "h5_latest_fixed",
        "h5_latest_contig",
        "h5_be_float",
        "h5_fletcher",
        "h5_enum",
        "h5_left_out"
      })
  void everyImageOfEveryLayout(String name) {
    String file = path(name + ".h5");
    Dataset<Row> rows =
        reader("hdf5")
            .option("images", "images")
            .option("labels", "g/label")
            .option("numPartitions", 3)
            .load(file);
    List<Row> all = rows.collectAsList();
    assertEquals(ROWS, all.size());
    for (int image = 0; image < ROWS; image++) {
      assertImage(image, all.get(image));
      assertEquals(image % 7, all.get(image).getInt(1));
    }
    List<Row> sample =
        reader("hdf5").option("images", "images").option("sample", 9).load(file).collectAsList();
    assertEquals(9, sample.size());
  }

  private static void assertImage(int image, Row row) {
    List<Float> planes = row.getList(0);
    for (int place = 0; place < 90; place++) {
      int channel = place % 3;
      int pixel = place / 3;
      int stored = (image * 90 + place) % 251;
      assertEquals(stored / 255f, planes.get(channel * 30 + pixel), 1e-7f);
    }
  }

  @Test
  void partitionsAreWholeRowsOfChunks() {
    Dataset<Row> rows = reader("hdf5").option("numPartitions", 20).load(path("h5_uneven.h5"));
    List<Integer> sizes = rows.toJavaRDD().glom().map(List::size).collect();
    assertEquals(List.of(7, 7, 7, 7, 7, 7, 8), sizes);
  }

  @Test
  void chunksThatWereNeverWritten() {
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", path("holes.h5")),
        "holes.h5",
        "array images whose chunk at [60, 0, 0, 0] is not in the file");
  }

  @Test
  void filesThatAreCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(path("h5_uneven.h5")));
    Path cut = folder.resolve("cut.h5");
    for (int length : new int[] {whole.length - 1, whole.length / 2, 600, 60, 9}) {
      Files.write(cut, Arrays.copyOf(whole, length));
      assertRefused("hdf5", reader("hdf5").option("path", cut.toString()), "cut.h5");
    }
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", path("mpi3d_small_deflated.npz")),
        "found a NumPy archive (.npz); expected an HDF5 file");
  }

  @Test
  void damageInsideAChunkIsFoundWhenItIsRead() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(path("h5_lzf.h5")));
    String file = Files.write(folder.resolve("damaged.h5"), bytes).toString();
    Dataset<Row> rows = reader("hdf5").load(file);
    byte[] gzip = Files.readAllBytes(Path.of(path("h5_latest_fixed.h5")));
    Arrays.fill(gzip, gzip.length / 2, gzip.length / 2 + 400, (byte) 0x55);
    Path damaged = Files.write(folder.resolve("gzip.h5"), gzip);
    assertEquals(ROWS, rows.count());
    String message;
    try (QuietSpark quiet = new QuietSpark()) {
      message =
          assertThrows(
                  Exception.class, () -> reader("hdf5").load(damaged.toString()).collectAsList())
              .getMessage();
    }
    assertTrue(message.contains("gzip.h5"), message);
  }

  @Test
  void aWrongChecksumIsFound() throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(path("h5_fletcher.h5")));
    bytes[bytes.length / 2] ^= 1;
    String file = Files.write(folder.resolve("flipped.h5"), bytes).toString();
    String message;
    try (QuietSpark quiet = new QuietSpark()) {
      message =
          assertThrows(Exception.class, () -> reader("hdf5").load(file).collectAsList())
              .getMessage();
    }
    assertTrue(message.contains("the checksum of a chunk is"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter", "external", "virtual"})
  void whatIsNotSupportedIsNotCalledDamage(String what) {
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", path("unsupported_" + what + ".h5")),
        what,
        "not supported",
        "h5repack");
  }

  @Test
  void aTypeThatIsStoredApartIsNamed() {
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", path("h5_enum.h5")).option("images", "committed"),
        "array committed of type a committed datatype, which the file stores apart");
  }

  @Test
  void softLinksAreFollowed() {
    String file = path("h5_links.h5");
    for (String name : List.of("soft", "train/beside", "group/images", "group/beside")) {
      List<Row> rows = reader("hdf5").option("images", name).load(file).collectAsList();
      assertEquals(4, rows.size());
      assertImage(3, rows.get(3));
    }
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", file).option("images", "other"),
        "link other to another file (h5_lzf.h5:/images)",
        "not followed");
    assertRefused(
        "hdf5", reader("hdf5").option("path", file).option("images", "circle"), "no array circle");
  }

  /** Every group is looked through once; an array keeps all its paths. */
  @Test
  void groupsThatHoldEachOther() {
    String file = path("h5_cycle.h5");
    assertEquals(4, reader("hdf5").load(file).count());
    Row last = reader("hdf5").option("images", "x/self/a/y").load(file).collectAsList().get(3);
    assertImage(3, last);
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> reader("hdf5").option("images", "z").load(file))
            .getMessage();
    assertTrue(message.contains("no array z among [a/y, label_a, label_b, label_c]"), message);
  }

  @Test
  void arraysThatAreNotThere() {
    assertRefused(
        "hdf5",
        reader("hdf5").option("path", path("h5_uneven.h5")).option("images", "x"),
        "no array x among [b, g/label, images]");
  }

  /** As where a header of another format was put before the file. */
  @Test
  void aFileBehindOtherBytesIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(path("h5_uneven.h5")));
    byte[] behind = new byte[512 + whole.length];
    System.arraycopy(whole, 0, behind, 512, whole.length);
    Path file = Files.write(folder.resolve("behind.h5"), behind);
    assertRefused(
        "hdf5", reader("hdf5").option("path", file.toString()), "behind other bytes", "h5repack");
  }
}
