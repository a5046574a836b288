// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageRoundTripTest {

  private static final List<ImageShape> SHAPES = List.of(TestImages.GREY, TestImages.COLOUR);

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void bytesComeBackExactly(ImageFormat format) {
    for (ImageShape shape : SHAPES) {
      float[] image = TestImages.random(shape, 3);
      Object cell = encoder(format, shape).encode(image);
      assertArrayEquals(image, decoder(format, shape).decode(cell));
    }
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void formatsThatHoldBytesGiveThem(ImageFormat format) {
    for (ImageShape shape : SHAPES) {
      float[] image = TestImages.random(shape, 3);
      Optional<byte[]> bytes =
          decoder(format, shape).decodeBytes(encoder(format, shape).encode(image));
      assertEquals(!format.hasValueRange(), bytes.isPresent());
      bytes.ifPresent(
          levels -> {
            float[] values = new float[levels.length];
            for (int i = 0; i < values.length; i++) {
              values[i] = (levels[i] & 0xff) / 255f;
            }
            assertArrayEquals(image, values);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void bytesComeBackExactlyFromSignedValues(ImageFormat format) {
    for (ImageShape shape : SHAPES) {
      float[] image = TestImages.random(shape, 3);
      Object cell =
          new ImageEncoder(format, ValueRange.SIGNED, shape, "test", "picture").encode(image);
      assertArrayEquals(image, signedDecoder(format, shape).decode(cell));
    }
  }

  @Test
  void cellsAndShapesSurviveSparkAndParquet(@TempDir Path folder) {
    List<Object> cells = new ArrayList<>();
    List<StructField> columns = new ArrayList<>();
    for (ImageFormat format : ImageFormat.values()) {
      for (ImageShape shape : SHAPES) {
        cells.add(encoder(format, shape).encode(TestImages.random(shape, 4)));
        columns.add(ImageColumns.field(format + "_" + shape, format, shape));
      }
    }
    StructType schema = new StructType(columns.toArray(StructField[]::new));
    List<Row> rows = List.of(RowFactory.create(cells.toArray()));
    SparkSession spark = SharedSpark.session();
    Dataset<Row> images = spark.createDataFrame(rows, schema);
    String path = folder.resolve("images").toString();
    images.write().parquet(path);
    for (Dataset<Row> source : List.of(images, spark.read().parquet(path))) {
      Row row = source.first();
      for (ImageFormat format : ImageFormat.values()) {
        for (ImageShape shape : SHAPES) {
          String name = format + "_" + shape;
          StructField column = source.schema().apply(name);
          assertEquals(Optional.of(format), ImageFormat.detect(column.dataType()));
          assertEquals(Optional.of(shape), ImageColumns.shapeOf(column));
          float[] decoded = decoder(format, shape).decode(row.getAs(name));
          assertArrayEquals(TestImages.random(shape, 4), decoded, name);
        }
      }
    }
  }

  @Test
  void filesThatSparkReadsAreDecodedOnExecutors(@TempDir Path folder) throws IOException {
    for (ImageShape shape : SHAPES) {
      float[] image = TestImages.random(shape, 6);
      Path file = folder.resolve(shape + "/picture.png");
      Files.createDirectories(file.getParent());
      Files.write(file, (byte[]) encoder(ImageFormat.PNG, shape).encode(image));
      for (ImageFormat format : List.of(ImageFormat.IMAGE, ImageFormat.PNG)) {
        boolean struct = format == ImageFormat.IMAGE;
        ImageDecoder decoder = decoder(format, shape);
        List<float[]> decoded =
            SharedSpark.session()
                .read()
                .format(struct ? "image" : "binaryFile")
                .load(file.getParent().toString())
                .select(struct ? "image" : "content")
                .javaRDD()
                .map(row -> decoder.decode(row.get(0)))
                .collect();
        assertEquals(1, decoded.size());
        assertArrayEquals(image, decoded.get(0));
      }
    }
  }

  @Test
  void structsHoldBlueFirstAsSparkDoes() {
    ImageShape shape = new ImageShape(3, 1, 2);
    float[] redThenGreen = {1, 0, 0, 1, 0, 0.2f};
    Row cell = (Row) encoder(ImageFormat.IMAGE, shape).encode(redThenGreen);
    assertEquals(16, cell.getInt(4));
    assertArrayEquals(new byte[] {0, 0, -1, 51, -1, 0}, cell.<byte[]>getAs(5));
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void aCellDoesNotChangeWithTheArrayItWasMadeFrom(ImageFormat format) {
    float[] image = TestImages.random(TestImages.GREY, 8);
    Object cell = encoder(format, TestImages.GREY).encode(image);
    float[] decoded = decoder(format, TestImages.GREY).decode(cell);
    decoded[0] = image[0] = 0.5f;
    assertArrayEquals(
        TestImages.random(TestImages.GREY, 8), decoder(format, TestImages.GREY).decode(cell));
  }

  @Test
  void theCarriedShapeIsLearnt() {
    for (ImageShape shape : SHAPES) {
      float[] image = TestImages.random(shape, 5);
      assertEquals(Optional.of(shape), shapeOf(ImageFormat.IMAGE, shape, image));
      assertEquals(Optional.of(shape), shapeOf(ImageFormat.PNG, shape, image));
      assertEquals(Optional.empty(), shapeOf(ImageFormat.ARRAY, shape, image));
      assertEquals(Optional.empty(), shapeOf(ImageFormat.VECTOR, shape, image));
    }
  }

  @Test
  void bytesAreRoundedHalvesUpwards() {
    ImageShape shape = new ImageShape(1, 1, 4);
    float[] image = {0.5f, 100.4f / 255, 100.6f / 255, 1f};
    Row cell = (Row) encoder(ImageFormat.IMAGE, shape).encode(image);
    assertArrayEquals(new byte[] {(byte) 128, 100, 101, (byte) 255}, cell.<byte[]>getAs(5));
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void onlyRoundingErrorsAreClamped(ImageFormat format) {
    ImageShape shape = new ImageShape(1, 1, 2);
    Object cell = encoder(format, shape).encode(new float[] {-5e-5f, 1.00005f});
    assertArrayEquals(new float[] {0f, 1f}, decoder(format, shape).decode(cell));
    for (float outside : new float[] {-0.001f, 1.001f, Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] image = {0f, outside};
      String message =
          assertThrows(IllegalArgumentException.class, () -> encoder(format, shape).encode(image))
              .getMessage();
      assertTrue(message.contains(outside + " at channel 0, row 0, column 1"), message);
    }
  }

  private static ImageDecoder signedDecoder(ImageFormat format, ImageShape shape) {
    return new ImageDecoder(format, ValueRange.SIGNED, shape, "test", "picture");
  }

  private static Optional<ImageShape> shapeOf(ImageFormat format, ImageShape shape, float[] image) {
    return ImageDecoder.shapeOf(format, encoder(format, shape).encode(image), "test", "picture");
  }

  private static ImageEncoder encoder(ImageFormat format, ImageShape shape) {
    return new ImageEncoder(format, shape, "test", "picture");
  }

  private static ImageDecoder decoder(ImageFormat format, ImageShape shape) {
    return new ImageDecoder(format, shape, "test", "picture");
  }
}
