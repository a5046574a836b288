// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import static org.disentangle.data.Refusals.assertRefused;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.DataFrameReader;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each damaged file is refused by name before any row is made. */
class IdxRefusalTest {

  private static final byte[] IMAGES = IdxBytes.images(9);

  @TempDir Path folder;

  @Test
  void wrongMagicNumbers() {
    byte[] text = "a text file of some length".getBytes(StandardCharsets.UTF_8);
    assertRefused("idx", images(text), "file", "images", "magic number 0x61207465", "0x00000803");
    assertRefused(
        "idx", images(IdxBytes.labels(9)), "0x00000801, which is that of labels", "exchanged");
  }

  @Test
  void filesOfOtherKindsAreNamed() {
    byte[] hdf5 = "\u0089HDF\r\n\u001a\nmore".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused("idx", images(hdf5), "which is that of an HDF5 file");
    assertRefused("idx", images(IdxBytes.gzip(hdf5)), "which is that of an HDF5 file");
    byte[] grey = "P5\n4 4\n255\n0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused("idx", images(grey), "which is that of a PGM file");
  }

  @Test
  void truncatedGzip() {
    byte[] whole = IdxBytes.gzip(IMAGES);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    assertRefused(
        "idx", images(half), "gzip file of " + half.length + " bytes", "cannot be read to its end");
    assertRefused("idx", images(Arrays.copyOf(whole, 5)), "gzip file of 5 bytes");
    byte[] withoutTrailer = Arrays.copyOf(whole, whole.length - 4);
    assertRefused("idx", images(withoutTrailer), "cannot be read to its end");
  }

  @Test
  void otherLengthsThanTheHeaderTells() {
    String sizes = "gives the sizes [9, 6, 4]";
    byte[] shorter = Arrays.copyOf(IMAGES, IMAGES.length - 1);
    assertRefused("idx", images(shorter), "found 215 bytes", sizes);
    assertRefused("idx", images(IdxBytes.gzip(shorter)), "found 215 bytes", sizes);
    byte[] longer = Arrays.copyOf(IMAGES, IMAGES.length + 24);
    assertRefused("idx", images(longer), "found 240 bytes", sizes);
  }

  @Test
  void sizesThatCannotBe() {
    byte[] header = ByteBuffer.allocate(16).putInt(0x803).putInt(-1).array();
    assertRefused("idx", images(header), "-1 as size 0");
    byte[] huge = IMAGES.clone();
    ByteBuffer.wrap(huge).putInt(4, Integer.MAX_VALUE).putInt(8, 1 << 30).putInt(12, 1 << 30);
    assertRefused("idx", images(huge), "found 216 bytes");
    assertRefused("idx", images(Arrays.copyOf(IMAGES, 10)), "ends within its header");
  }

  @Test
  void emptyMissingAndFolder() {
    assertRefused("idx", images(new byte[0]), "images", "an empty file (0 bytes)");
    String missing = folder.resolve("nowhere").toString();
    assertRefused("idx", reader().option("path", missing), missing, "found nothing");
    assertRefused("idx", reader().option("path", folder.toString()), "found a folder");
    assertRefused("idx", reader(), "option path is missing");
    assertRefused("idx", reader().option("path", "images:1"), "'images:1'", "no path");
  }

  @Test
  void labelsThatDoNotFit() {
    assertRefused("idx", labelled(IdxBytes.labels(8)), "labels", "found 8 labels", "the 9 images");
    assertRefused(
        "idx",
        labelled(IMAGES),
        "0x00000803, which is that of images",
        "0x00000801, that of labels");
    assertRefused("idx", labelled(new byte[0]), "labels", "an empty file");
    assertRefused("idx", labelled(new byte[] {0, 0, 8}), "labels", "ends within its header");
  }

  @Test
  void labelsOfQmnistThatDoNotFit() {
    assertRefused("idx", labelled(IdxBytes.qmnist(8)), "labels", "found 8 labels", "the 9 images");
    byte[] narrow = IdxBytes.qmnist(18);
    ByteBuffer.wrap(narrow).putInt(4, 9).putInt(8, 16);
    assertRefused("idx", labelled(narrow), "16 numbers per image", "expected 8");
    byte[] negative = IdxBytes.qmnist(9);
    ByteBuffer.wrap(negative).putInt(12 + 32, -1);
    assertRefused("idx", labelled(negative), "the label -1 of image 1", "0 to 255");
    byte[] cut = Arrays.copyOf(IdxBytes.qmnist(9), 200);
    assertRefused("idx", labelled(cut), "188 bytes", "[9, 8]", "four times their product");
  }

  @Test
  void options() {
    assertRefused("idx", images(IMAGES).option("label", "x"), "unknown option \"label\"");
    assertRefused("idx", images(IMAGES).option("sample", 10), "a whole number from 1 to 9");
    assertRefused("idx", images(IMAGES).option("numPartitions", 10), "from 1 to 9");
    assertRefused("idx", images(IMAGES).option("imageFormat", "jpeg"), "one of image, png");
  }

  private DataFrameReader images(byte[] content) {
    return reader().option("path", IdxBytes.write(folder.resolve("images"), content));
  }

  private DataFrameReader labelled(byte[] content) {
    return images(IMAGES).option("labels", IdxBytes.write(folder.resolve("labels"), content));
  }

  private static DataFrameReader reader() {
    return SharedSpark.session().read().format("idx");
  }
}
