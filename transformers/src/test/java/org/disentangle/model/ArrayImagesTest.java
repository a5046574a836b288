// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import static org.disentangle.model.TinyModel.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageColumns;
import org.disentangle.image.ImageDecoder;
import org.disentangle.image.ImageFormat;
import org.disentangle.image.ImageShape;
import org.disentangle.image.ValueRange;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArrayImagesTest {

  private static final ImageShape SHAPE = new ImageShape(3, 16, 16);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "binary",
        "array<tinyint>",
        "array<smallint>",
        "array<int>",
        "array<bigint>",
        "array<double>",
        "array<float>",
        "array<decimal(5,1)>"
      })
  void numbersOfEveryTypeComeBackExactlyThroughParquet(String type) {
    String path = folder.resolve("cifar").toString();
    cast(type, numbers()).write().parquet(path);
    Dataset<Row> images = stage().transform(SharedSpark.session().read().parquet(path));
    assertArrayEquals(expected(), decoded(images, "image", ValueRange.UNIT));
  }

  @Test
  void vectorsAreReadToo() {
    double[] values = numbers().stream().mapToDouble(Integer::doubleValue).toArray();
    Dataset<Row> vectors = frame(SQLDataTypes.VectorType(), Vectors.dense(values));
    assertArrayEquals(expected(), decoded(stage().transform(vectors), "image", ValueRange.UNIT));
  }

  @Test
  void pixelByPixelIsTheSameImage() {
    List<Integer> planes = numbers();
    List<Integer> pixels = new ArrayList<>();
    for (int pixel = 0; pixel < 256; pixel++) {
      for (int channel = 0; channel < 3; channel++) {
        pixels.add(planes.get(channel * 256 + pixel));
      }
    }
    Dataset<Row> images = stage().setArrayLayout("hwc").transform(ints(pixels));
    assertArrayEquals(expected(), decoded(images, "image", ValueRange.UNIT));
  }

  @Test
  void imagesAreWrittenInEveryFormatAndRange() {
    for (ImageFormat format : ImageFormat.values()) {
      for (ValueRange range : ValueRange.values()) {
        Dataset<Row> images =
            stage()
                .setImageFormat(format.id())
                .setValueRange(range.id())
                .transform(ints(numbers()));
        assertArrayEquals(expected(), decoded(images, format.id(), range));
        assertEquals(Optional.of(SHAPE), ImageColumns.shapeOf(images.schema().apply("prepared")));
      }
    }
  }

  @Test
  void anotherScale() {
    Dataset<Row> halves = ints(List.of(0, 1, 2, 1));
    ArrayImages grey =
        new ArrayImages().setImageCol("pixels").setChannels(1).setHeight(2).setWidth(2);
    Row row =
        grey.setArrayScale(2).setImageFormat("array").transform(halves).select("prepared").first();
    assertEquals(List.of(0f, 0.5f, 1f, 0.5f), row.getList(0));
  }

  @Test
  void wrongNumbersAreRefused() {
    List<Integer> negative = numbers();
    negative.set(5, -3);
    assertRefused(() -> stage().transform(ints(negative)).collect(), "-3 as value 5", "pixels");
    List<Integer> large = numbers();
    large.set(7, 256);
    assertRefused(() -> stage().transform(ints(large)).collect(), "256 as value 7", "arrayScale");
    List<Integer> gap = numbers();
    gap.set(0, null);
    assertRefused(() -> stage().transform(ints(gap)).collect(), "null as value 0");
    assertRefused(
        () -> stage().transform(ints(List.of(1, 2))).collect(), "2 values", "768 values (3x16x16)");
    assertRefused(() -> stage().transform(ints(null)).collect(), "found null");
    assertRefused(() -> new ArrayImages().setImageCol("pixels").transform(ints(gap)), "height");
    assertRefused(() -> new ArrayImages().setChannels(4), "1 or 3");
    assertRefused(
        () -> stage().setHeight(1 << 16).setWidth(1 << 16).transform(ints(gap)),
        "parameter height",
        "at most 2147483647 values");
  }

  @Test
  void fractionsInPlaceOfBytesAreRefused() {
    double[] values = numbers().stream().mapToDouble(number -> number / 255.0).toArray();
    Dataset<Row> fractions = frame(SQLDataTypes.VectorType(), Vectors.dense(values));
    try (QuietSpark quiet = new QuietSpark()) {
      String message =
          assertThrows(Exception.class, () -> stage().transform(fractions).collect()).getMessage();
      assertTrue(message.contains("fractions from 0 to 1"), message);
      assertTrue(message.contains("set arrayScale to 1"), message);
    }
    assertEquals(1, stage().setArrayScale(1).transform(fractions).collectAsList().size());
    double[] dark = new double[values.length];
    dark[5] = 1;
    Dataset<Row> black = frame(SQLDataTypes.VectorType(), Vectors.dense(dark));
    assertEquals(1, stage().transform(black).collectAsList().size());
  }

  @Test
  void stageContract() {
    StageContract.check(stage().setArrayLayout("hwc"), folder, ints(numbers()));
  }

  private static ArrayImages stage() {
    return new ArrayImages().setImageCol("pixels").setHeight(16).setWidth(16);
  }

  /** Every byte once in each channel, in another order. */
  private static List<Integer> numbers() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 768; i++) {
      numbers.add(i * (1 + 2 * (i / 256)) & 0xFF);
    }
    return numbers;
  }

  private static float[] expected() {
    float[] planes = new float[768];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = numbers().get(i) / 255f;
    }
    return planes;
  }

  private static Dataset<Row> cast(String type, List<Integer> numbers) {
    if (type.equals("binary")) {
      byte[] bytes = new byte[numbers.size()];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = numbers.get(i).byteValue();
      }
      return frame(DataTypes.BinaryType, bytes);
    }
    String signed =
        type.contains("tinyint") ? "transform(pixels, x -> (x + 128) % 256 - 128)" : "pixels";
    return ints(numbers)
        .selectExpr(String.format(Locale.ROOT, "cast(%s as %s) pixels", signed, type));
  }

  private static Dataset<Row> ints(List<Integer> numbers) {
    return frame(
        DataTypes.createArrayType(DataTypes.IntegerType),
        numbers == null ? null : numbers.toArray());
  }

  private static Dataset<Row> frame(DataType type, Object cell) {
    return SharedSpark.session()
        .createDataFrame(
            List.of(RowFactory.create(new Object[] {cell})), new StructType().add("pixels", type));
  }

  private static float[] decoded(Dataset<Row> images, String format, ValueRange range) {
    return new ImageDecoder(ImageFormat.of(format), range, SHAPE, "test", "prepared")
        .decode(images.select("prepared").first().get(0));
  }
}
