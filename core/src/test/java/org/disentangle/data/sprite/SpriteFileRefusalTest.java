// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import static org.disentangle.data.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.disentangle.data.Cell;
import org.disentangle.data.OptionReader;
import org.disentangle.data.npz.NpzBytes;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that cannot be used are refused; file and array are named. */
class SpriteFileRefusalTest {

  private static final byte[] TWO_IMAGES = new byte[2 * 64 * 64];
  private static final byte[] TWO_ROWS = new byte[2 * 6 * 8];

  @TempDir Path folder;

  private static NpzBytes good() {
    return new NpzBytes()
        .with("imgs", "|u1", "2, 64, 64", TWO_IMAGES)
        .with("latents_classes", "<i8", "2, 6", TWO_ROWS);
  }

  @Test
  void missingArrays() throws IOException {
    refused(good().without("imgs"), "no array imgs among [latents_classes]");
    refused(good().without("latents_classes"), "no array latents_classes among [imgs]");
  }

  @Test
  void wrongTypes() throws IOException {
    refused(good().with("imgs", "<f8", "2, 8, 64", new byte[8192]), "array imgs of type <f8");
    refused(
        good().with("latents_classes", "<i4", "4, 6", TWO_ROWS),
        "array latents_classes of type <i4");
    String columns = "{'descr': '|u1', 'fortran_order': True, 'shape': (2, 64, 64), }\n";
    refused(good().withEntry("imgs", NpzBytes.npy(columns, TWO_IMAGES)), "fortran_order");
  }

  @Test
  void wrongShapes() throws IOException {
    refused(good().with("imgs", "|u1", "2, 32, 128", TWO_IMAGES), "imgs of shape [2, 32, 128]");
    refused(good().with("imgs", "|u1", "8192,", TWO_IMAGES), "imgs of shape [8192]");
    refused(good().with("imgs", "|u1", "0, 64, 64", new byte[0]), "imgs of shape [0, 64, 64]");
    refused(
        good().with("latents_classes", "<i8", "1, 6", new byte[48]),
        "array latents_classes of 1 rows",
        "2 images");
    refused(
        good().with("imgs", "|u1", "3, 64, 64", TWO_IMAGES),
        "array imgs of 8192 bytes after its header",
        "12288 bytes for shape [3, 64, 64]");
  }

  @Test
  void entriesThatAreNoArrays() throws IOException {
    byte[] text = "no array at all".getBytes(StandardCharsets.US_ASCII);
    refused(good().withEntry("imgs", text), "array imgs", "NumPy's magic number");
    refused(good().withEntry("imgs", new byte[3]), "array imgs", "ends within its header");
    refused(
        good().withEntry("imgs", NpzBytes.npy("{'descr': 1}", TWO_IMAGES)),
        "its header is \"{'descr': 1}\"");
  }

  @Test
  void classesOutOfRange() throws IOException {
    byte[] rows = TWO_ROWS.clone();
    rows[48 + 8] = 3;
    refused(good().with("latents_classes", "<i8", "2, 6", rows), "shape 3 in row 1", "0 to 2");
    rows[48] = 1;
    refused(good().with("latents_classes", "<i8", "2, 6", rows), "colour 1 in row 1", "0 to 0");
  }

  @Test
  void valuesOtherThanThoseOfTheClasses() throws IOException {
    ByteBuffer values = ByteBuffer.allocate(2 * 6 * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < 2; row++) {
      values.putDouble(1);
      SpriteFactor.ALL.forEach(factor -> values.putDouble(factor.value(0)));
    }
    byte[] agreeing = values.array().clone();
    assertEquals(2, read(with("2, 6", agreeing).deflated()).load().count());
    refused(with("1, 6", Arrays.copyOf(agreeing, 48)), "array latents_values of 1 rows");
    values.putDouble(48 + 4 * 8, SpriteFactor.ALL.get(3).value(5));
    refused(
        with("2, 6", values.array()),
        "array latents_values with the value 0.16",
        "of posX in row 1",
        "that of index 0, as in latents_classes");
  }

  private static NpzBytes with(String shape, byte[] values) {
    return good().with("latents_values", "<f8", shape, values);
  }

  @Test
  void filesThatAreNoWholeZip() throws IOException {
    byte[] zip = good().deflated();
    byte[] truncated = Arrays.copyOf(zip, zip.length - 30);
    assertRefused("dsprites", read(truncated), "sprites.npz", "no zip directory at its end");
    byte[] text = "not a zip".getBytes(StandardCharsets.US_ASCII);
    assertRefused("dsprites", read(text), "sprites.npz", "(9 bytes;", "NumPy archive");
    byte[] matlab = "MATLAB 5.0 MAT-file, Platform".getBytes(StandardCharsets.US_ASCII);
    assertRefused("dsprites", read(matlab), "sprites.npz", "found a MATLAB file");
    byte[] page = "<!DOCTYPE html><html>".getBytes(StandardCharsets.US_ASCII);
    assertRefused("dsprites", read(page), "sprites.npz", "found a web page (HTML)");
    assertRefused("dsprites", read(new byte[0]), "sprites.npz", "an empty file");
  }

  @Test
  void compressedBytesThatAreDamaged() throws IOException {
    byte[] zip = good().deflated();
    int classes = new String(zip, StandardCharsets.ISO_8859_1).indexOf("latents_classes.npy");
    ByteBuffer.wrap(zip).putLong(classes + 19, -1L);
    assertRefused(
        "dsprites", read(zip), "sprites.npz", "array latents_classes that cannot be read");
  }

  @Test
  void pixelsOtherThanBlackAndWhite() throws IOException {
    byte[] images = TWO_IMAGES.clone();
    images[4096 + 7] = (byte) 255;
    String path = write(good().with("imgs", "|u1", "2, 64, 64", images).stored());
    List<Cell> cells =
        SpriteFile.parse(
                new OptionReader("dsprites", new CaseInsensitiveStringMap(Map.of("path", path))))
            .cells(List.of("image"));
    try (Cell image = cells.get(0)) {
      String message = assertThrows(InvalidInputException.class, () -> image.value(1)).getMessage();
      assertTrue(message.contains("array imgs with the value 255 in image 1"), message);
    }
  }

  @Test
  void optionsThatAFileDoesNotAllow() throws IOException {
    DataFrameReader reader = read(good().deflated());
    assertRefused("dsprites", reader.option("imageSize", 32), "imageSize is \"32\"", "64");
    assertRefused(
        "dsprites",
        read(good().deflated()).option("shape", "1").option("scale", "0:3"),
        "without the chosen factors; expected a row with shape 1; scale 0, 1, 2, 3.");
    assertRefused("dsprites", read(good().deflated()).option("sample", 3), "from 1 to 2");
  }

  private void refused(NpzBytes archive, String... parts) throws IOException {
    assertRefused("dsprites", read(archive.deflated()), "sprites.npz");
    assertRefused("dsprites", read(archive.deflated()), parts);
    assertRefused("dsprites", read(archive.stored()), parts);
  }

  private DataFrameReader read(byte[] content) throws IOException {
    return SharedSpark.session().read().format("dsprites").option("path", write(content));
  }

  private String write(byte[] content) throws IOException {
    return Files.write(folder.resolve("sprites.npz"), content).toString();
  }
}
