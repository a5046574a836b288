// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.error.InvalidInputException;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageEncoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps as the papers' code has them. */
class PreparationRecipeTest {

  static List<String> recipes() throws IOException {
    return Files.readAllLines(
        Path.of(System.getProperty("disentangle.test.data"), "golden/resizing/recipes.txt"));
  }

  /** {@code src-test-data/golden/resizing/recipes.py} has the steps of the papers' code. */
  @ParameterizedTest
  @MethodSource("recipes")
  void bytesAreThoseOfThePapersCode(String line) {
    String[] words = line.split(" ");
    int channels = words[0].matches("smallnorb.*|mnist.*") ? 1 : 3;
    ImageShape shape =
        new ImageShape(channels, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    ImagePreparation stage = new ImagePreparation().setRecipe(words[0]).setFlip("none");
    float[] values = prepared(shape, stage, List.of(picture(shape)), 1).get(0);
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.round(values[i] * 255);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    assertEquals(words[3], HexFormat.of().toHexDigits((int) crc.getValue()));
  }

  private static float[] picture(ImageShape shape) {
    float[] planes = new float[shape.size()];
    for (int i = 0; i < planes.length; i++) {
      int plane = i / (shape.height() * shape.width());
      int row = i / shape.width() % shape.height();
      int column = i % shape.width();
      int value = plane == 0 ? row * 7 + column * 3 : plane == 1 ? row * column / 5 : row ^ column;
      planes[i] = value % 256 / 255f;
    }
    return planes;
  }

  @Test
  void halfOfTheImagesAreMirroredWhateverThePartitions() {
    ImageShape shape = new ImageShape(1, 2, 3);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      images.add(new float[] {0, 1 / 255f, 2 / 255f, i / 255f, 4 / 255f, 5 / 255f});
    }
    ImagePreparation stage = new ImagePreparation().setFlip("random");
    List<float[]> flipped = prepared(shape, stage, images);
    int count = 0;
    for (int i = 0; i < 60; i++) {
      float[] mirrored = {2 / 255f, 1 / 255f, 0, 5 / 255f, 4 / 255f, i / 255f};
      boolean isMirrored = flipped.get(i)[0] != 0;
      assertArrayEquals(isMirrored ? mirrored : images.get(i), flipped.get(i));
      count += isMirrored ? 1 : 0;
    }
    assertTrue(count > 15 && count < 45, "mirrored: " + count);
    List<float[]> again = prepared(shape, stage, images, 7);
    List<float[]> other = prepared(shape, stage.setSeed(1), images);
    int differing = 0;
    for (int i = 0; i < 60; i++) {
      assertArrayEquals(flipped.get(i), again.get(i));
      differing += flipped.get(i)[0] == other.get(i)[0] ? 0 : 1;
    }
    assertNotEquals(0, differing);
  }

  @Test
  void windowsLieAnywhere() {
    ImageShape shape = new ImageShape(1, 2, 5);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      float[] image = new float[10];
      for (int pixel = 0; pixel < 10; pixel++) {
        image[pixel] = (pixel == 9 ? 9 + i : pixel) / 255f;
      }
      images.add(image);
    }
    ImagePreparation stage = new ImagePreparation().setCropSize(2).setWindow("random");
    List<Integer> columns =
        prepared(shape, stage, images).stream()
            .map(image -> Math.round(image[0] * 255))
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of(0, 1, 2, 3), columns);
    assertThrows(
        InvalidInputException.class,
        () -> prepared(shape, new ImagePreparation().setWindow("random"), images));
    for (ImagePreparation idle :
        List.of(
            new ImagePreparation().setCropOrder("after"),
            new ImagePreparation().setImageWidth(2),
            new ImagePreparation().setInterpolation("lanczos"))) {
      String message =
          assertThrows(InvalidInputException.class, () -> prepared(shape, idle, images))
              .getMessage();
      assertTrue(message.contains("Size as well."), message);
    }
  }

  @Test
  void croppingAfterResizing() {
    ImageShape shape = new ImageShape(1, 4, 4);
    float[] image = new float[16];
    image[5] = 1;
    ImagePreparation stage =
        new ImagePreparation()
            .setImageSize(8)
            .setCropSize(4)
            .setCropOrder("after")
            .setInterpolation("nearest");
    float[] centre = prepared(shape, stage, List.of(image)).get(0);
    assertArrayEquals(new float[] {1, 1, 0, 0}, Arrays.copyOf(centre, 4));
    float[] wide =
        prepared(shape, new ImagePreparation().setImageSize(2).setImageWidth(3), List.of(image))
            .get(0);
    assertEquals(6, wide.length);
  }

  @Test
  void valuesFromTheLeastToTheLargestOfAllImages() {
    ImageShape shape = new ImageShape(1, 1, 2);
    List<float[]> images = List.of(new float[] {0.2f, 0.4f}, new float[] {0.4f, 0.6f});
    ImagePreparation stage = new ImagePreparation().setRange("minmax").setValueRange("signed");
    assertArrayEquals(new float[] {-1, 0}, prepared(shape, stage, images).get(0), 1e-6f);
    assertArrayEquals(new float[] {0, 1}, prepared(shape, stage, images).get(1), 1e-6f);
    assertArrayEquals(
        new float[] {0.2f, 0.2f},
        prepared(shape, stage.setValueRange("unit"), List.of(new float[] {0.2f, 0.2f})).get(0));
  }

  @Test
  void whatIsSetComesBeforeTheRecipe() {
    ImagePreparation stage = new ImagePreparation().setRecipe("celeba-oogan").setCropSize(32);
    PreparationRecipe recipe = PreparationRecipe.of(stage);
    assertEquals(32, recipe.cropSize().get());
    assertEquals("after", recipe.cropOrder());
    assertEquals("centre", recipe.window());
    String message =
        assertThrows(InvalidInputException.class, () -> stage.setRecipe("celeba")).getMessage();
    assertTrue(message.contains("celeba-infogancr, celeba-factorvae"), message);
    for (String id : PreparationRecipe.ids()) {
      new ImagePreparation()
          .setRecipe(id)
          .transformSchema(
              new StructType()
                  .add(ImageColumns.field("image", ImageFormat.PNG, new ImageShape(1, 200, 200))));
    }
  }

  private static List<float[]> prepared(
      ImageShape shape, ImagePreparation stage, List<float[]> images) {
    return prepared(shape, stage, images, 1);
  }

  private static List<float[]> prepared(
      ImageShape shape, ImagePreparation stage, List<float[]> images, int partitions) {
    StructField image = ImageColumns.field("image", ImageFormat.ARRAY, shape);
    ImageEncoder encoder = new ImageEncoder(ImageFormat.ARRAY, shape, "test", "image");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      rows.add(RowFactory.create(i, encoder.encode(images.get(i))));
    }
    Dataset<Row> data =
        SharedSpark.session()
            .createDataFrame(rows, new StructType().add("id", DataTypes.IntegerType).add(image))
            .repartition(partitions);
    return stage.setImageFormat("array").transform(data).orderBy("id").collectAsList().stream()
        .map(row -> floats(row.getList(2)))
        .toList();
  }

  private static float[] floats(List<Float> list) {
    float[] values = new float[list.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = list.get(i);
    }
    return values;
  }
}
