// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageDecoderTest {

  private static final ImageShape SHAPE = new ImageShape(1, 2, 2);

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void nullsAndOtherTypesAreRefused(ImageFormat format) {
    assertRefused(format, null, "holds null");
    assertRefused(format, "text", "holds a String");
  }

  @ParameterizedTest
  @EnumSource(ImageFormat.class)
  void otherSizesAreRefused(ImageFormat format) {
    ImageShape larger = new ImageShape(1, 2, 3);
    Object cell =
        new ImageEncoder(format, larger, "test", "picture").encode(new float[larger.size()]);
    boolean carriesShape = ImageDecoder.shapeOf(format, cell, "test", "picture").isPresent();
    assertRefused(format, cell, carriesShape ? "an image of 1x2x3" : "6 values");
  }

  @ParameterizedTest
  @EnumSource(
      value = ImageFormat.class,
      names = {"IMAGE", "PNG"})
  void otherChannelsAreRefused(ImageFormat format) {
    ImageShape colour = new ImageShape(3, 2, 2);
    Object cell =
        new ImageEncoder(format, colour, "test", "picture").encode(new float[colour.size()]);
    assertRefused(format, cell, "an image of 3x2x2; expected images of 1x2x2");
  }

  @Test
  void brokenStructsAreRefused() {
    assertRefused(ImageFormat.IMAGE, struct(2, 2, 4, 24, new byte[16]), "4 channels, mode 24");
    assertRefused(ImageFormat.IMAGE, struct(2, 2, 1, 5, new byte[16]), "1 channels, mode 5");
    assertRefused(ImageFormat.IMAGE, struct(-1, -1, -1, -1, new byte[0]), "-1 channels, mode -1");
    assertRefused(ImageFormat.IMAGE, struct(2, 2, 1, 0, new byte[3]), "3 values");
    assertRefused(ImageFormat.IMAGE, struct(2, 2, 1, 0, null), "whose data is null");
    assertRefused(ImageFormat.IMAGE, RowFactory.create(1, 2), "holds a GenericRow");
  }

  @Test
  void valuesOutsideTheRangeAreRefused() {
    for (float bad : new float[] {Float.NaN, -0.01f, 1.01f, 255f, Float.NEGATIVE_INFINITY}) {
      String where = bad + " at channel 0, row 1, column 0";
      assertRefused(ImageFormat.ARRAY, new float[] {0, 1, bad, 0}, where);
      assertRefused(ImageFormat.ARRAY, List.of(0f, 1f, bad, 0f), where);
      assertRefused(ImageFormat.VECTOR, Vectors.dense(0, 1, bad, 0), where);
    }
    assertRefused(ImageFormat.ARRAY, Arrays.asList(0f, null, 1f, 1f), "null as value 1");
    assertRefused(ImageFormat.ARRAY, List.of(0d, 1d, 1d, 1d), "0.0 as value 0");
  }

  @Test
  void sparseVectorsAreRead() {
    ImageDecoder decoder = new ImageDecoder(ImageFormat.VECTOR, SHAPE, "test", "picture");
    float[] planes = decoder.decode(Vectors.sparse(4, new int[] {2}, new double[] {0.5}));
    assertTrue(Arrays.equals(new float[] {0, 0, 0.5f, 0}, planes));
  }

  private static Row struct(int height, int width, int channels, int mode, byte[] data) {
    return RowFactory.create("", height, width, channels, mode, data);
  }

  private static void assertRefused(ImageFormat format, Object cell, String found) {
    ImageDecoder decoder = new ImageDecoder(format, SHAPE, "fit_7", "picture");
    String message =
        assertThrows(InvalidInputException.class, () -> decoder.decode(cell)).getMessage();
    assertTrue(message.startsWith("fit_7: column \"picture\" holds "), message);
    assertTrue(message.contains(found), message);
    assertTrue(message.contains("; expected "), message);
  }
}
