// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagePreparationTest {

  private PictureFolder folder;

  @BeforeEach
  void folder(@TempDir Path path) {
    folder = new PictureFolder(path);
  }

  @Test
  void facesAsCelebAPreparesThem() throws IOException {
    folder.colour("face.png", "png", 218, 178);
    for (Dataset<Row> faces : List.of(folder.images(), folder.binary())) {
      ImagePreparation stage = stage(faces).setCropSize(128).setImageSize(32).setColourMode("rgb");
      float[] face = values(stage.setImageFormat("array").transform(faces));
      assertEquals(3 * 32 * 32, face.length);
      assertEquals(expectedRamp(45, 10), face[10 * 32 + 3], 1e-6f);
      assertEquals(expectedRamp(25, 20), face[1024 + 7 * 32 + 20], 1e-6f);
      assertEquals(128 / 255f, face[2048 + 5 * 32 + 5], 1e-6f);
    }
  }

  /** Inside a linear ramp, weights that are symmetric give the value at the centre. */
  private static float expectedRamp(int first, int index) {
    return (first + 4 * index + 1.5f) / 255;
  }

  @Test
  void nothingIsDoneUnlessAskedFor() throws IOException {
    folder.colour("a.png", "png", 5, 7).colour("b.png", "png", 5, 7);
    for (Dataset<Row> files : List.of(folder.images(), folder.binary())) {
      for (ImageFormat format : ImageFormat.values()) {
        for (ValueRange range : ValueRange.values()) {
          Dataset<Row> prepared =
              stage(files).setImageFormat(format.id()).setValueRange(range.id()).transform(files);
          ImageShape shape = new ImageShape(3, 5, 7);
          assertEquals(
              Optional.of(shape), ImageColumns.shapeOf(prepared.schema().apply("prepared")));
          ImageDecoder decoder = new ImageDecoder(format, range, shape, "test", "prepared");
          List<Row> rows = prepared.select("prepared").collectAsList();
          assertEquals(2, rows.size());
          for (Row row : rows) {
            float[] planes = decoder.decode(row.get(0));
            assertEquals(2 / 255f, planes[2 * 7 + 6]);
            assertEquals(6 / 255f, planes[35 + 2 * 7 + 6]);
            assertEquals(128 / 255f, planes[70]);
          }
        }
      }
    }
  }

  @Test
  void jpegAndPngMayLieInOneFolder() throws IOException {
    folder.colour("a.png", "png", 64, 64).colour("b.jpg", "jpg", 64, 64);
    Dataset<Row> files = folder.binary();
    List<Row> rows =
        stage(files)
            .setImageSize(8)
            .setColourMode("grey")
            .setInterpolation("area")
            .setImageFormat("array")
            .transform(files)
            .orderBy("path")
            .select("prepared")
            .collectAsList();
    List<Float> png = rows.get(0).getList(0);
    List<Float> jpeg = rows.get(1).getList(0);
    float luma = (0.299f * 3.5f + 0.587f * 11.5f + 0.114f * 128) / 255;
    assertEquals(luma, png.get(1), 1e-6f);
    for (int i = 0; i < 64; i++) {
      assertEquals(png.get(i), jpeg.get(i), 0.01f);
    }
  }

  @Test
  void sixteenBitsAreKeptFromFiles() throws IOException {
    folder.deep("deep.png", 8);
    Dataset<Row> files = folder.binary();
    float[] values = values(stage(files).setImageFormat("array").transform(files));
    assertEquals(256 * 14 / 65535f, values[63]);
  }

  @Test
  void structsKeepTheirOrigin() throws IOException {
    folder.grey("one.png", 6);
    for (Dataset<Row> files : List.of(folder.images(), folder.binary())) {
      String origin =
          stage(files)
              .setImageSize(3)
              .transform(files)
              .select("prepared.origin")
              .first()
              .getString(0);
      assertTrue(origin.endsWith("/one.png"), origin);
    }
  }

  @Test
  void anyPartitioningGivesTheSameRows() throws IOException {
    for (int i = 0; i < 6; i++) {
      folder.colour("p" + i + ".png", "png", 20 + i, 30 - i);
    }
    ImagePreparation stage = stage(folder.binary()).setImageSize(7).setImageFormat("png");
    List<Row> one = stage.transform(folder.binary().coalesce(1)).orderBy("path").collectAsList();
    List<Row> many =
        stage.transform(folder.binary().repartition(5)).orderBy("path").collectAsList();
    for (int i = 0; i < 6; i++) {
      assertArrayEquals(one.get(i).<byte[]>getAs("prepared"), many.get(i).getAs("prepared"));
    }
  }

  @Test
  void arraysThatTellTheirShapeGoThroughPipelines() {
    Dataset<Row> sprites = TinyModel.sprites(3, "array");
    ImagePreparation signed =
        new ImagePreparation()
            .setImageSize(16)
            .setPreparedCol("half")
            .setImageFormat("array")
            .setValueRange("signed");
    ImagePreparation again =
        new ImagePreparation().setImageCol("half").setColourMode("rgb").setImageFormat("vector");
    Dataset<Row> prepared =
        new Pipeline()
            .setStages(new PipelineStage[] {signed, again})
            .fit(sprites)
            .transform(sprites);
    assertEquals(
        Optional.of(new ImageShape(3, 16, 16)),
        ImageColumns.shapeOf(prepared.schema().apply("prepared")));
    assertEquals(3, prepared.count());
    assertEquals(3, prepared.select("prepared").collectAsList().size());
  }

  @Test
  void anEmptyFolderOfFilesGivesNoRows() throws IOException {
    folder.grey("one.png", 6);
    Dataset<Row> none = folder.binary().filter("length < 0");
    assertEquals(0, stage(none).transform(none).count());
  }

  @Test
  void stageContract(@TempDir Path saved) throws IOException {
    folder.grey("one.png", 6);
    StageContract.check(
        stage(folder.binary()).setCropSize(4).setImageSize(3).setColourMode("grey"),
        saved,
        folder.binary());
  }

  private static ImagePreparation stage(Dataset<Row> files) {
    return new ImagePreparation().setImageCol(files.columns().length == 1 ? "image" : "content");
  }

  private static float[] values(Dataset<Row> prepared) {
    List<Float> list = prepared.select("prepared").first().getList(0);
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }
}
