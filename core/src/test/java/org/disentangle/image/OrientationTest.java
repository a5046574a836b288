// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Pictures are turned as Exif data say, where that is asked for. */
class OrientationTest {

  /** Rows "12", "34", "56" as stored; what is seen for the tags 1 to 8. */
  private static final String[] SEEN = {
    "12 34 56", "21 43 65", "65 43 21", "56 34 12", "135 246", "531 642", "642 531", "246 135"
  };

  private static final ImageShape STORED = new ImageShape(1, 3, 2);

  @Test
  void allEightInPngFiles() {
    for (int tag = 1; tag <= 8; tag++) {
      for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
        byte[] chunk = RawPng.chunk("eXIf", JpegParts.tiff(order, tag));
        byte[] file = RawPng.file(2, 3, 8, 0, new byte[] {1, 2, 3, 4, 5, 6}, chunk);
        assertEquals(SEEN[tag - 1], text(decoder(true).decode(file, "")));
        assertEquals(SEEN[0], text(decoder(false).decode(file, "")));
      }
    }
  }

  @Test
  void allEightInJpegFiles() throws IOException {
    byte[] jpeg =
        TestJpeg.file(TestImages.random(new ImageShape(3, 16, 24), 5), new ImageShape(3, 16, 24));
    PlanarImage stored = decoder(false).decode(jpeg, "");
    for (int tag = 1; tag <= 8; tag++) {
      for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
        byte[] exif = JpegParts.exif(JpegParts.tiff(order, tag));
        PlanarImage seen = decoder(true).decode(JpegParts.with(jpeg, 0xE1, exif), "");
        PlanarImage expected = new Orientation(tag).upright(stored);
        assertEquals(expected.shape(), seen.shape());
        assertArrayEquals(expected.values(), seen.values());
        assertEquals(tag >= 5 ? 24 : 16, seen.shape().height());
      }
    }
  }

  @Test
  void damagedOrUnknownDataSayNothing() {
    byte[] pixels = {1, 2, 3, 4, 5, 6};
    byte[] whole = JpegParts.tiff(ByteOrder.BIG_ENDIAN, 6);
    byte[][] data = {
      new byte[0],
      Arrays.copyOf(whole, 12),
      Arrays.copyOf(whole, 30),
      JpegParts.tiff(ByteOrder.BIG_ENDIAN, 0),
      JpegParts.tiff(ByteOrder.BIG_ENDIAN, 9)
    };
    for (byte[] tiff : data) {
      byte[] file = RawPng.file(2, 3, 8, 0, pixels, RawPng.chunk("eXIf", tiff));
      assertEquals(SEEN[0], text(decoder(true).decode(file, "")));
    }
  }

  private static AnyShapeDecoder decoder(boolean upright) {
    return new AnyShapeDecoder(ImageFormat.PNG, ValueRange.UNIT, null, "test", "picture", upright);
  }

  private static String text(PlanarImage image) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < image.values().length; i++) {
      text.append(i > 0 && i % image.shape().width() == 0 ? " " : "");
      text.append(Math.round(255 * image.values()[i]));
    }
    assertEquals(STORED.size(), image.shape().size());
    return text.toString();
  }
}
