package org.disentangle.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.disentangle.file.PngFile;

/**
 * Cells of PNG bytes. Samples are taken as stored, without colour management: a sample s of a PNG
 * with b bits a channel means s / (2^b - 1).
 */
final class PngCells implements CellCodec {

  @Override
  public DataType dataType() {
    return DataTypes.BinaryType;
  }

  @Override
  public boolean reads(DataType type) {
    return type.equals(DataTypes.BinaryType);
  }

  @Override
  public float[] decode(Object cell, ImageShape expected, CellPlace place) {
    byte[] png = bytes(cell, place);
    PngHeader header = PngHeader.read(png, place);
    place.requireShape(header.shape(), expected);
    Raster raster = raster(png, place);
    if (raster.getNumBands() != expected.channels()) {
      throw place.refuse(
          "a PNG with a transparent colour",
          PngHeader.EXPECTED,
          "the images should be converted to grey or RGB first; none is converted here");
    }
    float fullScale = header.fullScale();
    float[] planes = new float[expected.size()];
    int plane = expected.height() * expected.width();
    for (int channel = 0; channel < expected.channels(); channel++) {
      float[] samples =
          raster.getSamples(0, 0, expected.width(), expected.height(), channel, (float[]) null);
      for (int pixel = 0; pixel < plane; pixel++) {
        planes[channel * plane + pixel] = samples[pixel] / fullScale;
      }
    }
    return planes;
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    return Optional.of(PngHeader.read(bytes(cell, place), place).shape());
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    return PngFile.bytes(image(values, from, shape));
  }

  /** A picture of the values from {@code from} on, which are known to be in [0, 1]. */
  static BufferedImage image(float[] values, int from, ImageShape shape) {
    int type = shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(shape.width(), shape.height(), type);
    WritableRaster raster = image.getRaster();
    int plane = shape.height() * shape.width();
    int[] samples = new int[plane];
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int pixel = 0; pixel < plane; pixel++) {
        samples[pixel] = PixelBytes.nearest(values[from + channel * plane + pixel]) & 0xFF;
      }
      raster.setSamples(0, 0, shape.width(), shape.height(), channel, samples);
    }
    return image;
  }

  private static byte[] bytes(Object cell, CellPlace place) {
    if (!(cell instanceof byte[] png)) {
      throw place.wrongCell(cell, PngHeader.EXPECTED);
    }
    return png;
  }

  private static Raster raster(byte[] png, CellPlace place) {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(stream, true, true);
      return reader.read(0).getRaster();
    } catch (IOException | RuntimeException e) {
      IllegalArgumentException refusal =
          place.refuse(
              "a PNG that cannot be decoded (%s)".formatted(e.getMessage()),
              PngHeader.EXPECTED,
              "the file was cut off or damaged");
      refusal.initCause(e);
      throw refusal;
    } finally {
      reader.dispose();
    }
  }
}
