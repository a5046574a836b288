// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.disentangle.image.ImageFormat.CellCodec;

/**
 * Cells of the bytes of PNG files, which are also written, of JPEG, PGM and PPM files,
 * distinguished by how they begin; a cell may also be a struct of these {@code bytes} and the
 * file's {@code path}, as Hugging Face's Parquet files have it. Samples are taken as stored,
 * without colour management: a sample s with b bits a channel means s / (2^b - 1). Profiles, also
 * damaged ones, change nothing.
 */
final class FileCells implements CellCodec {

  private static final float BYTE_SCALE = 255;

  @Override
  public DataType dataType() {
    return DataTypes.BinaryType;
  }

  @Override
  public boolean reads(DataType type) {
    return type.equals(DataTypes.BinaryType) || ImageColumns.isFileStruct(type);
  }

  @Override
  public float[] decode(Object cell, ImageShape expected, CellPlace column) {
    byte[] file = bytes(cell, column);
    CellPlace place = column.of(ImageColumns.origin(cell));
    PictureHeader header = PictureHeader.read(file, place);
    Raster raster = raster(file, header, expected, place);
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
  public Optional<byte[]> decodeBytes(Object cell, ImageShape expected, CellPlace column) {
    byte[] file = bytes(cell, column);
    CellPlace place = column.of(ImageColumns.origin(cell));
    PictureHeader header = PictureHeader.read(file, place);
    if (header.fullScale() != BYTE_SCALE) {
      return Optional.empty();
    }
    Raster raster = raster(file, header, expected, place);
    byte[] planes = new byte[expected.size()];
    int plane = expected.height() * expected.width();
    for (int channel = 0; channel < expected.channels(); channel++) {
      int[] samples =
          raster.getSamples(0, 0, expected.width(), expected.height(), channel, (int[]) null);
      for (int pixel = 0; pixel < plane; pixel++) {
        planes[channel * plane + pixel] = (byte) samples[pixel];
      }
    }
    return Optional.of(planes);
  }

  private static Raster raster(
      byte[] file, PictureHeader header, ImageShape expected, CellPlace place) {
    place.requireShape(header.shape(), expected);
    Raster raster = new PictureReader(file, header).raster(place);
    if (raster.getNumBands() != expected.channels()) {
      throw place.refuse(
          String.format(Locale.ROOT, "a %s with a transparent colour", header.kind()),
          PictureHeader.EXPECTED,
          "Convert the images to grey or RGB first.");
    }
    return raster;
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    CellPlace file = place.of(ImageColumns.origin(cell));
    return Optional.of(PictureHeader.read(bytes(cell, file), file).shape());
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    return PngBytes.of(values, from, shape);
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

  static byte[] bytes(Object cell, CellPlace place) {
    if (cell instanceof Row struct && ImageColumns.isFileStruct(struct.schema())) {
      return bytes(struct.getAs(ImageColumns.BYTES), place.of(ImageColumns.origin(cell)));
    }
    if (!(cell instanceof byte[] file)) {
      throw place.wrongCell(cell, PictureHeader.EXPECTED);
    }
    return file;
  }
}
