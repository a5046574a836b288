// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;

/**
 * A folder of picture files, good and bad.
 *
 * @param path the folder
 */
record PictureFolder(Path path) {

  /** A picture whose pixel at row r and column c is (r, c, 128). */
  PictureFolder colour(String name, String format, int height, int width) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        image.setRGB(column, row, row << 16 | column << 8 | 128);
      }
    }
    ImageIO.write(image, format, path.resolve(name).toFile());
    return this;
  }

  /** A grey picture whose pixel at row r and column c is r + c. */
  PictureFolder grey(String name, int size) throws IOException {
    return grey(name, size, BufferedImage.TYPE_BYTE_GRAY, 1);
  }

  /** A grey picture of 16 bits whose pixel at row r and column c is 256 (r + c). */
  PictureFolder deep(String name, int size) throws IOException {
    return grey(name, size, BufferedImage.TYPE_USHORT_GRAY, 256);
  }

  private PictureFolder grey(String name, int size, int type, int step) throws IOException {
    BufferedImage image = new BufferedImage(size, size, type);
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        image.getRaster().setSample(column, row, 0, step * (row + column));
      }
    }
    ImageIO.write(image, "png", path.resolve(name).toFile());
    return this;
  }

  /** A JPEG with the four colours of printers. */
  PictureFolder cmyk(String name, int size) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      Raster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, size, size, 4, null);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    return bytes(name, bytes.toByteArray());
  }

  PictureFolder bytes(String name, byte... bytes) throws IOException {
    Files.write(path.resolve(name), bytes);
    return this;
  }

  /** The files' bytes, column {@code content}. */
  Dataset<Row> binary() {
    return SharedSpark.session().read().format("binaryFile").load(path.toString());
  }

  /** The pictures as Spark decodes them, column {@code image}. */
  Dataset<Row> images() {
    return SharedSpark.session().read().format("image").load(path.toString());
  }
}
