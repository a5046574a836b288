// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that cannot be prepared are named, with what they are. */
class BadPicturesTest {

  private static final byte[] TEXT = "These are the faces.".getBytes(StandardCharsets.UTF_8);

  private PictureFolder folder;

  @BeforeEach
  void folder(@TempDir Path path) throws IOException {
    folder = new PictureFolder(path).grey("a.png", 8).grey("c.png", 8);
  }

  @Test
  void aTextFile() throws IOException {
    folder.bytes("read.me", TEXT);
    assertRefused(
        this::prepareFiles, "read.me", "20 bytes of text that begin 'These are the faces.'");
    assertRefused(this::prepareImages, "read.me", "-1 channels");
  }

  @Test
  void aFileWithoutBytes() throws IOException {
    folder.bytes("b.png");
    assertRefused(this::prepareFiles, "b.png", "no bytes at all");
    assertRefused(this::prepareImages, "b.png", "no bytes at all");
    Dataset<Row> others =
        SharedSpark.session()
            .read()
            .format("binaryFile")
            .option("pathGlobFilter", "[ac].png")
            .load(folder.path().toString());
    assertEquals(2, files().transform(others).count());
  }

  @Test
  void aPictureForPrint() throws IOException {
    folder.cmyk("b.jpg", 8);
    assertRefused(this::prepareFiles, "b.jpg", "a CMYK JPEG");
  }

  @Test
  void aFileThatWasCutOff() throws IOException {
    byte[] whole =
        Files.readAllBytes(folder.colour("b.jpg", "jpg", 64, 64).path().resolve("b.jpg"));
    folder.bytes("b.jpg", Arrays.copyOf(whole, whole.length - 100));
    assertRefused(this::prepareFiles, "b.jpg", "a JPEG that cannot be decoded");
  }

  @Test
  void picturesOfSeveralSizes() throws IOException {
    folder.grey("b.png", 9);
    assertRefused(this::prepareFiles, "an image of shape 1x", ".png", "cropSize or imageSize");
    assertRefused(this::prepareImages, "an image of shape 1x", ".png", "cropSize or imageSize");
    assertEquals(3, files().setCropSize(8).transform(folder.binary()).count());
    assertRefused(
        () -> files().setCropSize(9).transform(folder.binary()).collect(),
        "an image of shape 1x8x8 in file",
        "at least 9 rows and columns");
  }

  @Test
  void picturesOfSeveralColours() throws IOException {
    folder.colour("b.png", "png", 8, 8);
    assertRefused(this::prepareFiles, "shape", ".png", "Set colourMode to 'grey' or 'rgb'");
    assertEquals(3, files().setColourMode("grey").transform(folder.binary()).count());
  }

  @Test
  void nothingIsWrittenBesideABadFile(@TempDir Path out) throws IOException {
    folder.bytes("read.me", TEXT);
    Path target = out.resolve("prepared");
    Dataset<Row> prepared =
        files().setImageSize(4).setColourMode("grey").transform(folder.binary().coalesce(1));
    assertRefused(() -> prepared.write().parquet(target.toString()), "read.me");
    assertFalse(Files.exists(target.resolve("_SUCCESS")));
    try (Stream<Path> files = Files.walk(target)) {
      assertEquals(List.of(), files.filter(file -> file.toString().endsWith(".parquet")).toList());
    }
  }

  @Test
  void badFilesAreLeftOutWhereThatIsAskedFor() throws IOException {
    folder.bytes("read.me", TEXT).bytes("b.png").cmyk("d.jpg", 8);
    Dataset<Row> prepared;
    try (QuietSpark quiet = new QuietSpark()) {
      prepared = files().setHandleInvalid("skip").transform(folder.binary());
      assertEquals(2, prepared.select("prepared").collectAsList().size());
    }
    folder.grey("e.png", 9);
    assertRefused(
        () -> files().setHandleInvalid("skip").transform(folder.binary()).collect(),
        "an image of shape");
  }

  @Test
  void schemasAreRefused() {
    assertRefused(
        () -> new ImagePreparation().transform(folder.binary()), "column 'image'", "'content'");
    assertRefused(
        () -> files().setPreparedCol("path").transform(folder.binary()), "preparedCol adds it");
    assertRefused(
        () -> files().setPathCol("length").transform(folder.binary()), "column 'length'", "string");
    Dataset<Row> arrays = folder.binary().selectExpr("array(0f, 1f) content");
    assertRefused(() -> files().transform(arrays), "metadata have no shape", "ArrayImages");
  }

  private void prepareFiles() {
    files().transform(folder.binary()).collect();
  }

  private void prepareImages() {
    new ImagePreparation().transform(folder.images()).collect();
  }

  private static ImagePreparation files() {
    return new ImagePreparation().setImageCol("content");
  }
}
