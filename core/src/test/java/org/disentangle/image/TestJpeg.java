// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG files as the JDK writes them. */
final class TestJpeg {

  private TestJpeg() {}

  /** A picture of 1 or 3 channels. */
  static byte[] file(float[] planes, ImageShape shape) throws IOException {
    BufferedImage picture = FileCells.image(planes, 0, shape);
    return write(new IIOImage(picture, null, null));
  }

  /** A file with four samples a pixel, as printers use them. */
  static byte[] cmyk(int width, int height) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    return write(new IIOImage(raster, null, null));
  }

  private static byte[] write(IIOImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(picture);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
