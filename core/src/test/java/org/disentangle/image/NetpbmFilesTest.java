// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.disentangle.error.InvalidInputException;
import org.junit.jupiter.api.Test;

/** Samples are taken as stored: s of a largest value m means s / m. */
class NetpbmFilesTest {

  @Test
  void bytesTextAndSixteenBits() {
    assertValues(pgm("P5\n# by hand\n2 2 # wide\n255\n", 0, 43, 200, 255), 255, 0, 43, 200, 255);
    assertValues(pgm("P2\n2 2\n15\n0 1\n# rest\n14 15\n"), 15, 0, 1, 14, 15);
    assertValues(pgm("P5 2 2 65535\n", 0, 0, 1, 0, 3, 0xe8, 255, 255), 65535, 0, 256, 1000, 65535);
    assertValues(pgm("P5 2 2 7\n", 0, 1, 2, 7), 7, 0, 1, 2, 7);
  }

  /** Values are ordered by channel, the samples of a file by pixel. */
  @Test
  void colours() {
    float[] expected = {0, 3 / 5f, 1 / 5f, 4 / 5f, 2 / 5f, 1};
    for (byte[] file :
        List.of(pgm("P6 2 1 5\n", 0, 1, 2, 3, 4, 5), pgm("P3 2 1 5\n0 1 2\n3 4 5"))) {
      PlanarImage image = decode(file);
      assertEquals(new ImageShape(3, 1, 2), image.shape());
      assertArrayEquals(expected, image.values());
    }
    float[] wide = decode(pgm("P6 1 1 65535\n", 0, 1, 255, 255, 1, 0)).values();
    assertArrayEquals(new float[] {1 / 65535f, 1, 256 / 65535f}, wide);
  }

  /** A sample that is a line feed or a # does not belong to the header. */
  @Test
  void oneBlankEndsTheHeader() {
    assertValues(pgm("P5 2 2 255\n", 10, 35, 32, 48), 255, 10, 35, 32, 48);
  }

  private static void assertValues(byte[] file, float largest, int... samples) {
    PlanarImage image = decode(file);
    assertEquals(new ImageShape(1, 2, 2), image.shape());
    float[] expected = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      expected[i] = samples[i] / largest;
    }
    assertArrayEquals(expected, image.values());
  }

  @Test
  void damage() {
    refused(pgm("P5 2 2 255\n", 1, 2, 3), "end before the sample in row 1, column 1");
    refused(pgm("P5 2 2 7\n", 1, 2, 8, 3), "the sample 8, above 7");
    refused(pgm("P2 2 2 255\n1 2 x 4"), "end before the sample in row 1, column 0");
    refused(pgm("P5 2 0 255\n", 1), "a PGM of width 2, height 0");
    refused(pgm("P5 2 2 70000\n", 1), "largest sample 70000");
    refused(pgm("P5 2"), "width 2, height (nothing) and largest sample (nothing)");
    refused(pgm("P5 -2 2 255\n", 1), "width -2, height 2 and largest sample 255");
    refused(pgm("P5 99999999999 x7 255\n", 1), "width 99999999999, height x7");
    refused(pgm("P6 2 1 255\n", 1, 2, 3, 4, 5), "a PPM whose", "row 0, column 1");
    refused(pgm("P3 1 1 7\n1 9 2"), "a PPM with the sample 9, above 7");
    refused(pgm("P4 2 2 255\n", 1, 2, 3), "a PBM file");
  }

  private static void refused(byte[] file, String... parts) {
    String message = assertThrows(InvalidInputException.class, () -> decode(file)).getMessage();
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  private static PlanarImage decode(byte[] file) {
    return new AnyShapeDecoder(ImageFormat.PNG, ValueRange.UNIT, null, "test", "image")
        .decode(file, "a.pgm");
  }

  private static byte[] pgm(String header, int... samples) {
    byte[] text = header.getBytes(StandardCharsets.US_ASCII);
    byte[] file = Arrays.copyOf(text, text.length + samples.length);
    for (int i = 0; i < samples.length; i++) {
      file[text.length + i] = (byte) samples[i];
    }
    return file;
  }
}
