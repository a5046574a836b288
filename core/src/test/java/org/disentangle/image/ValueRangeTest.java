// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.junit.jupiter.api.Test;

class ValueRangeTest {

  private static final ImageShape SHAPE = new ImageShape(1, 1, 3);

  @Test
  void signedValuesRunFromMinusOneForBlackToOneForWhite() {
    float[] image = {0, 0.5f, 1};
    assertArrayEquals(new float[] {-1, 0, 1}, (float[]) encoder(ImageFormat.ARRAY).encode(image));
    assertArrayEquals(
        new double[] {-1, 0, 1}, ((Vector) encoder(ImageFormat.VECTOR).encode(image)).toArray());
    assertArrayEquals(image, decoder(ImageFormat.ARRAY).decode(List.of(-1f, 0f, 1f)));
    assertArrayEquals(image, decoder(ImageFormat.VECTOR).decode(Vectors.dense(-1, 0, 1)));
  }

  @Test
  void bytesThatOtherProgramsScaledComeBackExactly() {
    ImageShape line = new ImageShape(1, 1, 256);
    float[] levels = new float[256];
    float[] floats = new float[256];
    double[] doubles = new double[256];
    for (int level = 0; level < 256; level++) {
      levels[level] = level / 255f;
      floats[level] = level / 127.5f - 1;
      doubles[level] = level / 127.5 - 1;
    }
    assertArrayEquals(levels, decoder(ImageFormat.ARRAY, line).decode(floats));
    assertArrayEquals(levels, decoder(ImageFormat.VECTOR, line).decode(Vectors.dense(doubles)));
  }

  @Test
  void valuesBetweenBytesAreKept() {
    float[] image = {0.1234567f, 1e-5f, 0.9999f};
    float[] back = decoder(ImageFormat.ARRAY).decode(encoder(ImageFormat.ARRAY).encode(image));
    assertArrayEquals(image, back, 1e-7f);
    assertArrayEquals(
        image,
        decoder(ImageFormat.VECTOR).decode(encoder(ImageFormat.VECTOR).encode(image)),
        1e-7f);
  }

  @Test
  void valuesOutsideTheRangeAreRefused() {
    String signed = refusal(decoder(ImageFormat.ARRAY), List.of(0f, -1.01f, 0f));
    assertTrue(signed.contains("-1.01 at channel 0, row 0, column 1"), signed);
    assertTrue(signed.contains("values in [-1, 1]"), signed);
    ImageDecoder unit = new ImageDecoder(ImageFormat.ARRAY, SHAPE, "test", "picture");
    assertTrue(refusal(unit, List.of(0f, -0.5f, 0f)).contains("values in [0, 1]"));
  }

  @Test
  void columnsTellTheRangeOfTheirNumbers() {
    for (ValueRange range : ValueRange.values()) {
      assertEquals(
          Optional.of(range),
          ImageColumns.rangeOf(ImageColumns.field("x", ImageFormat.VECTOR, range, SHAPE)));
      assertEquals(
          Optional.empty(),
          ImageColumns.rangeOf(ImageColumns.field("x", ImageFormat.PNG, range, SHAPE)));
      assertEquals(range, ValueRange.of(range.id()));
    }
    assertThrows(IllegalArgumentException.class, () -> ValueRange.of("tanh"));
  }

  private static String refusal(ImageDecoder decoder, Object cell) {
    return assertThrows(IllegalArgumentException.class, () -> decoder.decode(cell)).getMessage();
  }

  private static ImageEncoder encoder(ImageFormat format) {
    return new ImageEncoder(format, ValueRange.SIGNED, SHAPE, "test", "picture");
  }

  private static ImageDecoder decoder(ImageFormat format) {
    return decoder(format, SHAPE);
  }

  private static ImageDecoder decoder(ImageFormat format, ImageShape shape) {
    return new ImageDecoder(format, ValueRange.SIGNED, shape, "test", "picture");
  }
}
