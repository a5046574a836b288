// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.Await;
import org.disentangle.testing.CapturedWarnings;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of files in structs, and what is said of those that are left out. */
class LeftOutImagesTest {

  private static final StructType FILE =
      new StructType().add("bytes", DataTypes.BinaryType).add("path", DataTypes.StringType);

  @TempDir Path path;

  @Test
  void everyImageIsCountedOnceHoweverOftenItIsMet() throws Exception {
    new PictureFolder(path).grey("a.png", 8).grey("b.png", 8);
    Files.writeString(path.resolve("c.png"), "no picture");
    Files.writeString(path.resolve("d.png"), "");
    Dataset<Row> files = SharedSpark.session().read().format("imagefolder").load(path.toString());
    try (CapturedWarnings warnings = new CapturedWarnings(SkipReport.class);
        QuietSpark quiet = new QuietSpark()) {
      Dataset<Row> prepared =
          new ImagePreparation()
              .setImageCol("content")
              .setImageSize(4)
              .setColourMode("grey")
              .setHandleInvalid("skip")
              .transform(files.repartition(2).sortWithinPartitions(functions.desc("path")));
      assertEquals(2, prepared.select("prepared").collectAsList().size());
      Await.until("a warning", () -> !warnings.lines().isEmpty());
      assertEquals(2, prepared.repartition(3).select("prepared").collectAsList().size());
      SharedSpark.session().sparkContext().listenerBus().waitUntilEmpty();
      assertEquals(1, warnings.lines().size(), warnings.lines()::toString);
      String line = warnings.lines().get(0);
      assertTrue(line.contains("left out 2 images; the first: "), line);
      assertTrue(line.contains("c.png"), line);
    }
  }

  @Test
  void filesInStructsAreReadAsTheyAre() throws IOException {
    new PictureFolder(path).colour("a.png", "png", 4, 6).colour("b.jpg", "jpg", 4, 6);
    List<Row> rows =
        List.of(
            RowFactory.create(RowFactory.create(Files.readAllBytes(path.resolve("a.png")), "x/a")),
            RowFactory.create(RowFactory.create(Files.readAllBytes(path.resolve("b.jpg")), null)));
    Dataset<Row> table =
        SharedSpark.session().createDataFrame(rows, new StructType().add("image", FILE));
    Dataset<Row> prepared = new ImagePreparation().transform(table).select("prepared.*");
    assertEquals(
        List.of("x/a", ""),
        prepared.select("origin").collectAsList().stream().map(row -> row.getString(0)).toList());
    assertEquals(List.of(4, 6), List.of(prepared.first().getInt(1), prepared.first().getInt(2)));
    Dataset<Row> bad =
        SharedSpark.session()
            .createDataFrame(
                List.of(RowFactory.create(RowFactory.create(new byte[] {1, 2}, "x/c"))),
                new StructType().add("image", FILE));
    try (QuietSpark quiet = new QuietSpark()) {
      Exception refusal =
          assertThrows(Exception.class, () -> new ImagePreparation().transform(bad));
      assertTrue(refusal.getMessage().contains("x/c"), refusal.getMessage());
    }
  }

  @Test
  void orientationIsOfFilesAlone() throws IOException {
    PictureFolder folder = new PictureFolder(path).grey("a.png", 8);
    ImagePreparation stage = new ImagePreparation().setApplyOrientation(true);
    ImagePreparation files =
        new ImagePreparation().setApplyOrientation(true).setImageCol("content");
    assertEquals(1, files.transform(folder.binary()).count());
    String message =
        assertThrows(InvalidInputException.class, () -> stage.transform(folder.images()))
            .getMessage();
    assertTrue(message.contains("parameter applyOrientation: found true"), message);
  }
}
