// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JpegFilesTest {

  private static final ImageShape GREY = new ImageShape(1, 16, 24);
  private static final ImageShape COLOUR = new ImageShape(3, 16, 24);

  @Test
  void bothKindsOfFileAreReadFromOneColumn() throws IOException {
    for (ImageShape shape : new ImageShape[] {GREY, COLOUR}) {
      float[] smooth = ramp(shape);
      byte[] jpeg = TestJpeg.file(smooth, shape);
      assertArrayEquals(smooth, decoder(shape).decode(jpeg), 0.04f);
      assertEquals(
          Optional.of(shape), ImageDecoder.shapeOf(ImageFormat.PNG, jpeg, "test", "picture"));
      Object png = new ImageEncoder(ImageFormat.PNG, shape, "test", "picture").encode(smooth);
      assertArrayEquals(smooth, decoder(shape).decode(png), 0.003f);
    }
  }

  @Test
  void theImageSourceOfSparkSeesTheSamePixels(@TempDir Path folder) throws IOException {
    for (ImageShape shape : new ImageShape[] {GREY, COLOUR}) {
      byte[] jpeg = TestJpeg.file(TestImages.random(shape, 2), shape);
      Path file = Files.createDirectories(folder.resolve(shape.toString())).resolve("a.jpg");
      Files.write(file, jpeg);
      Row row = SharedSpark.session().read().format("image").load(file.toString()).first();
      ImageDecoder struct = new ImageDecoder(ImageFormat.IMAGE, shape, "test", "picture");
      assertArrayEquals(struct.decode(row.get(0)), decoder(shape).decode(jpeg));
    }
  }

  @Test
  void filesForPrintAreRefused() throws IOException {
    byte[] cmyk = TestJpeg.cmyk(24, 16);
    assertRefused(cmyk, "holds a CMYK JPEG");
    byte[] adobe = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2
    };
    byte[] ycck = Arrays.copyOf(cmyk, cmyk.length + adobe.length);
    System.arraycopy(adobe, 0, ycck, 2, adobe.length);
    System.arraycopy(cmyk, 2, ycck, 2 + adobe.length, cmyk.length - 2);
    assertRefused(ycck, "holds a YCCK JPEG");
  }

  @Test
  void cutOffFilesAreRefused() throws IOException {
    byte[] jpeg = TestJpeg.file(TestImages.random(GREY, 2), GREY);
    assertRefused(Arrays.copyOf(jpeg, 30), "30 bytes of a JPEG without its frame header");
    assertRefused(Arrays.copyOf(jpeg, 3), "3 bytes of a JPEG without its frame header");
    for (int missing : new int[] {2, 20, 200}) {
      assertRefused(Arrays.copyOf(jpeg, jpeg.length - missing), "a JPEG that cannot be decoded");
    }
  }

  @Test
  void otherSizesAreRefused() throws IOException {
    assertRefused(TestJpeg.file(ramp(COLOUR), COLOUR), "an image of 3x16x24");
  }

  @Test
  void theFileIsNamedWhereItIsKnown() {
    AnyShapeDecoder decoder =
        new AnyShapeDecoder(ImageFormat.PNG, ValueRange.UNIT, null, "test", "picture");
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> decoder.decode(new byte[0], "file:/a.jpg"))
            .getMessage();
    assertTrue(message.contains("file file:/a.jpg, holds no bytes at all"), message);
  }

  private static float[] ramp(ImageShape shape) {
    float[] planes = new float[shape.size()];
    int plane = shape.height() * shape.width();
    for (int i = 0; i < planes.length; i++) {
      planes[i] = 0.2f + 0.2f * (i / plane) + 0.2f * (i % plane) / plane;
    }
    return planes;
  }

  private static void assertRefused(byte[] file, String found) {
    String message =
        assertThrows(InvalidInputException.class, () -> decoder(GREY).decode(file)).getMessage();
    assertTrue(message.contains(found), message);
  }

  private static ImageDecoder decoder(ImageShape shape) {
    return new ImageDecoder(ImageFormat.PNG, shape, "test", "picture");
  }
}
