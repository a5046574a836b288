// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import static org.disentangle.data.PublishedFile.path;
import static org.disentangle.data.PublishedFile.pixel;
import static org.disentangle.data.PublishedFile.reader;
import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.disentangle.testing.QuietSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzSourceTest {

  @TempDir Path folder;

  @Test
  void imagesThatNumpyWrote() {
    List<Row> rows = reader("npz").load(path("mpi3d_small_deflated.npz")).collectAsList();
    assertEquals(2, rows.size());
    for (int image = 0; image < 2; image++) {
      for (int place : new int[] {0, 5, 64 * 64 - 1}) {
        for (int channel = 0; channel < 3; channel++) {
          int stored = (image * 64 * 64 * 3 + place * 3 + channel) & 0xff;
          int found = pixel(rows.get(image), 64, 64, channel, place / 64, place % 64);
          assertEquals(stored, found);
        }
      }
    }
    assertRefused("npz", reader("npz").option("path", path("mpi3d_fortran.npz")), "fortran_order");
  }

  @Test
  void grids() throws IOException {
    String file = write(bytes(12 * 4, "|u1", "12, 2, 2"));
    Dataset<Row> rows =
        reader("npz").option("sizes", "3,2,2").option("names", "hue,size,side").load(file);
    assertArrayEquals(
        new String[] {"image", "factor_hue", "factor_size", "factor_side"}, rows.columns());
    Row last = rows.collectAsList().get(11);
    assertEquals(List.of(2, 1, 1), List.of(last.get(1), last.get(2), last.get(3)));
    assertEquals(47, pixel(last, 2, 2, 0, 1, 1));
    assertEquals(6, reader("npz").option("sizes", "3+4").option("sample", 6).load(file).count());
  }

  @Test
  void layouts() throws IOException {
    String file = write(bytes(2 * 12, "|u1", "2, 3, 2, 2"));
    Row planes = reader("npz").option("layout", "chw").load(file).collectAsList().get(1);
    assertEquals(12 + 4 + 3, pixel(planes, 2, 2, 1, 1, 1));
    List<Row> grey = reader("npz").option("layout", "hw").load(file).collectAsList();
    assertEquals(6, grey.size());
    assertEquals(2, grey.get(5).getInt(2));
    assertRefused(
        "npz",
        reader("npz").option("path", file),
        "array x of shape [2, 3, 2, 2], which in layout hwc are images of 2 x 3 x 2",
        "another layout is one of");
  }

  @Test
  void numbersOfEveryType() throws IOException {
    ByteBuffer ints = little(2 * 4).putInt(7).putInt(255);
    assertPixels(write(archive("<i4", "2, 1, 1", ints)), 7, 255);
    assertPixels(
        write(archive(">i4", "2, 1, 1", ByteBuffer.allocate(8).putInt(7).putInt(255))), 7, 255);
    assertPixels(write(archive("<f4", "2, 1, 1", little(8).putFloat(0).putFloat(1))), 0, 255);
    assertPixels(write(archive("|b1", "2, 1, 1", little(2).put((byte) 0).put((byte) 1))), 0, 255);
    assertPixels(write(archive("<i8", "2, 1, 1", little(16).putLong(3).putLong(4))), 3, 4);
    String binary = write(archive("|u1", "2, 1, 1", little(2).put((byte) 0).put((byte) 1)));
    List<Row> white = reader("npz").option("white", 1).load(binary).collectAsList();
    assertEquals(255, pixel(white.get(1), 1, 1, 0, 0, 0));
    assertRefused(
        "npz", reader("npz").option("path", write(archive("<c8", "1, 1, 1", little(8)))), "<c8");
  }

  @Test
  void aPixelOutOfRangeIsRefusedWhenItIsRead() throws IOException {
    String file = write(archive("<i4", "2, 1, 1", little(8).putInt(7).putInt(256)));
    Dataset<Row> rows = reader("npz").load(file);
    String message;
    try (QuietSpark quiet = new QuietSpark()) {
      message = assertThrows(Exception.class, rows::collectAsList).getMessage();
    }
    assertTrue(message.contains("array x with the pixel value 256 in image 1"), message);
    assertTrue(message.contains("expected 0 to 255, where 255 is option white"), message);
  }

  @Test
  void labels() throws IOException {
    NpzBytes archive = bytes(3, "|u1", "3, 1, 1");
    archive.with("one", "<i8", "3,", little(24).putLong(4).putLong(0).putLong(2).array());
    archive.with("two", "<i4", "3, 2", ints(0, -5, 1, 5, 2, -5));
    archive.with(
        "real", "<f8", "3, 1", little(24).putDouble(.5).putDouble(2).putDouble(.5).array());
    String file = write(archive);
    Dataset<Row> one = reader("npz").option("images", "x").option("labels", "one").load(file);
    assertEquals(4, one.first().<Integer>getAs("label"));
    assertEquals(
        5,
        ((NominalAttribute) Attribute.fromStructField(one.schema().apply("label")))
            .getNumValues()
            .get());
    Dataset<Row> two = reader("npz").option("labels", "two").option("names", "a,b").load(file);
    assertEquals(1, two.collectAsList().get(1).<Integer>getAs("factor_b"));
    NominalAttribute b =
        (NominalAttribute) Attribute.fromStructField(two.schema().apply("factor_b"));
    assertArrayEquals(new String[] {"-5", "5"}, b.values().get());
    Dataset<Row> real = reader("npz").option("labels", "real").load(file);
    assertArrayEquals(new String[] {"image", "factor_0", "value_0"}, real.columns());
    assertEquals(1, real.collectAsList().get(1).getInt(1));
    assertEquals(2.0, real.collectAsList().get(1).getDouble(2));
  }

  @Test
  void textsAreLabels() throws IOException {
    NpzBytes archive = bytes(3, "|u1", "3, 1, 1");
    archive.with("bytes", "|S4", "3,", "tramcar\0bus\0".getBytes(StandardCharsets.UTF_8));
    for (String order : List.of("<", ">")) {
      Charset charset = Charset.forName(order.equals("<") ? "UTF-32LE" : "UTF-32BE");
      archive.with(order, order + "U2", "3, 1", "b\0a\0\u00fc\u20ac".getBytes(charset));
    }
    archive.with("pairs", "|S1", "3, 2", "xayaxb".getBytes(StandardCharsets.UTF_8));
    archive.with("bad", "|S1", "3,", new byte[] {'a', (byte) 0xff, 'b'});
    archive.with("blank", "|S2", "3,", "a\0\0\0b\0".getBytes(StandardCharsets.UTF_8));
    DataFrameReader reader = reader("npz").option("images", "x").option("path", write(archive));
    assertTexts(reader.option("labels", "bytes").load(), "label", List.of(2, 1, 0), "bus,car,tram");
    for (String order : List.of("<", ">")) {
      Dataset<Row> rows = reader.option("labels", order).load();
      assertTexts(rows, "label", List.of(1, 0, 2), "a,b,\u00fc\u20ac");
    }
    Dataset<Row> pairs = reader.option("labels", "pairs").load();
    assertTexts(pairs, "factor_0", List.of(0, 1, 0), "x,y");
    assertTexts(pairs, "factor_1", List.of(0, 0, 1), "a,b");
    assertRefused("npz", reader.option("labels", "bad"), "bytes at place 1 that are no text");
    assertRefused("npz", reader.option("labels", "blank"), "a blank text at place 1");
  }

  private static void assertTexts(
      Dataset<Row> rows, String column, List<Integer> indices, String names) {
    List<Row> all = rows.collectAsList();
    assertEquals(indices, all.stream().map(row -> row.<Integer>getAs(column)).toList());
    NominalAttribute attribute =
        (NominalAttribute) Attribute.fromStructField(rows.schema().apply(column));
    assertArrayEquals(names.split(","), attribute.values().get());
  }

  /** As NumPy writes the transpose of an array: the first index fastest. */
  @Test
  void labelsInColumnOrder() throws IOException {
    String header = "{'descr': '|i1', 'fortran_order': True, 'shape': (3, 2), }\n";
    NpzBytes archive = bytes(3, "|u1", "3, 1, 1");
    archive.withEntry("l", NpzBytes.npy(header, new byte[] {0, 1, 2, 5, 6, 5}));
    Dataset<Row> rows = reader("npz").option("labels", "l").load(write(archive));
    List<Row> factors = rows.select("factor_0", "factor_1").collectAsList();
    assertEquals(List.of(RowFactory.create(0, 5), RowFactory.create(1, 6)), factors.subList(0, 2));
    assertEquals(RowFactory.create(2, 5), factors.get(2));
  }

  /** Of larger ones neighbours are the same double, and unsigned ones may be no long. */
  @Test
  void labelsThatNoDoubleHoldsAreRefused() throws IOException {
    long most = (1L << 53) - 1;
    assertEquals(2, labelled("<i8", most, -most).load().select("label").distinct().count());
    assertLabelRefused("<i8", most + 1, "array l with about 9007199254740992 at place 1");
    assertLabelRefused("<i8", -most - 2, "about -9007199254740992", "from -9007199254740991 to 9");
    assertLabelRefused("<u8", -10, "about 184467440737095");
  }

  private void assertLabelRefused(String type, long second, String... parts) throws IOException {
    assertRefused("npz", labelled(type, 3, second), parts);
  }

  private DataFrameReader labelled(String type, long first, long second) throws IOException {
    NpzBytes archive = bytes(2, "|u1", "2, 1, 1");
    archive.with("l", type, "2,", little(16).putLong(first).putLong(second).array());
    return reader("npz").option("labels", "l").option("path", write(archive));
  }

  @Test
  void contradictionsAreRefused() throws IOException {
    NpzBytes archive = bytes(3, "|u1", "3, 1, 1").with("l", "<i4", "2,", ints(1, 2));
    String file = write(archive);
    assertRefused(
        "npz", reader("npz").option("path", file).option("labels", "l"), "each of the 3 images");
    assertRefused("npz", reader("npz").option("path", file).option("sizes", "2,2"), "the 3 images");
    assertRefused(
        "npz",
        reader("npz").option("path", file).option("sizes", "3").option("names", "a,b"),
        "names is \"a,b\"",
        "1 names");
    assertRefused(
        "npz",
        reader("npz").option("path", file).option("sizes", "3,1").option("names", "a,A"),
        "names is \"a,A\"",
        "every name once");
    assertRefused(
        "npz",
        reader("npz").option("path", file).option("sizes", "3").option("labels", "l"),
        "labels and sizes");
    assertRefused("npz", reader("npz").option("path", file).option("images", "y"), "no array y");
    assertRefused(
        "npz",
        reader("npz").option("path", write(archive.with("y", "|u1", "1, 1, 1", new byte[1]))),
        "found the arrays [l, x, y], of which 2 have");
  }

  @Test
  void entriesOfOtherKindsAreNoArrays() throws IOException {
    Path file = folder.resolve("with-text.npz");
    String header = "{'descr': '|u1', 'fortran_order': False, 'shape': (2, 1, 1), }\n";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write('a');
      zip.putNextEntry(new ZipEntry("x.npy"));
      zip.write(NpzBytes.npy(header, new byte[] {7, 9}));
    }
    assertPixels(file.toString(), 7, 9);
    Path without = folder.resolve("without.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(without))) {
      zip.putNextEntry(new ZipEntry("images"));
      zip.write('a');
    }
    assertRefused(
        "npz",
        reader("npz").option("path", without.toString()),
        "no array images among [images (no .npy)]");
    assertRefused(
        "npz",
        reader("npz").option("path", file.toString()).option("images", "readme"),
        "no array readme among [readme.txt (no .npy), x]");
    assertRefused(
        "npz",
        reader("npz").option("path", write(bytes(0, "|u1", "2, 0, 3, 3"))),
        "1 to 32767 rows and columns");
  }

  /** NumPy takes the last of them, other readers the first. */
  @Test
  void anArrayThatIsThereTwiceIsRefused() throws IOException {
    byte[] archive = bytes(2, "|u1", "2, 1, 1").with("y", "|u1", "2,", new byte[2]).stored();
    String text = new String(archive, StandardCharsets.ISO_8859_1).replace("y.npy", "x.npy");
    Path file = folder.resolve("twice.npz");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(
        "npz", reader("npz").option("path", file.toString()), "found the array x 2 times");
  }

  /** Another download would be the same. */
  @Test
  void arraysThatCannotBeUnpackedAreRefused() throws IOException {
    byte[] archive = bytes(2, "|u1", "2, 1, 1").stored();
    int directory = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    archive[directory + 10] = 14;
    Path lzma = Files.write(folder.resolve("lzma.npz"), archive);
    assertRefused(
        "npz",
        reader("npz").option("path", lzma.toString()),
        "array x compressed by the method LZMA",
        "numpy.savez_compressed");
    archive[directory + 10] = 0;
    archive[directory + 8] = 1;
    Path locked = Files.write(folder.resolve("locked.npz"), archive);
    assertRefused(
        "npz", reader("npz").option("path", locked.toString()), "array x encrypted", "password");
  }

  private static void assertPixels(String file, int first, int second) {
    List<Row> rows = reader("npz").load(file).collectAsList();
    assertEquals(first, pixel(rows.get(0), 1, 1, 0, 0, 0));
    assertEquals(second, pixel(rows.get(1), 1, 1, 0, 0, 0));
  }

  private static NpzBytes bytes(int count, String type, String shape) {
    ByteBuffer rising = ByteBuffer.allocate(count);
    while (rising.hasRemaining()) {
      rising.put((byte) rising.position());
    }
    return archive(type, shape, rising);
  }

  private static NpzBytes archive(String type, String shape, ByteBuffer elements) {
    return new NpzBytes().with("x", type, shape, elements.array());
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = little(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String write(NpzBytes archive) throws IOException {
    return Files.write(folder.resolve("a.npz"), archive.deflated()).toString();
  }
}
