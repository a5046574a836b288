// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.ml.image.ImageSchema;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.disentangle.image.ImageFormat.CellCodec;

/** Cells of Spark's image struct: bytes row by row, channels interleaved, blue first. */
final class StructCells implements CellCodec {

  private static final String EXPECTED =
      "an image struct with 1 channel (CV_8UC1, mode 0) or 3 channels (CV_8UC3, mode 16)";
  private static final int ORIGIN = 0;
  private static final int HEIGHT = 1;
  private static final int WIDTH = 2;
  private static final int CHANNELS = 3;
  private static final int MODE = 4;
  private static final int DATA = 5;
  private static final int COLOURS = 3;

  @Override
  public DataType dataType() {
    return ImageSchema.columnSchema();
  }

  @Override
  public boolean reads(DataType type) {
    StructField[] expected = ImageSchema.columnSchema().fields();
    if (!(type instanceof StructType struct) || struct.length() != expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      StructField field = struct.fields()[i];
      if (!field.name().equals(expected[i].name())
          || !field.dataType().equals(expected[i].dataType())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public float[] decode(Object cell, ImageShape expected, CellPlace column) {
    byte[] data = data(cell, expected, column);
    int channels = expected.channels();
    int plane = expected.height() * expected.width();
    float[] planes = new float[expected.size()];
    for (int channel = 0; channel < channels; channel++) {
      int source = channels - 1 - channel;
      int target = channel * plane;
      for (int pixel = 0; pixel < plane; pixel++, source += channels) {
        planes[target + pixel] = PixelBytes.value(data[source]);
      }
    }
    return planes;
  }

  @Override
  public Optional<byte[]> decodeBytes(Object cell, ImageShape expected, CellPlace column) {
    byte[] data = data(cell, expected, column);
    if (expected.channels() == 1) {
      return Optional.of(data);
    }
    int plane = expected.height() * expected.width();
    byte[] planes = new byte[expected.size()];
    for (int channel = 0; channel < COLOURS; channel++) {
      int source = COLOURS - 1 - channel;
      for (int pixel = 0, target = channel * plane; pixel < plane; pixel++) {
        planes[target + pixel] = data[COLOURS * pixel + source];
      }
    }
    return Optional.of(planes);
  }

  private static byte[] data(Object cell, ImageShape expected, CellPlace column) {
    Row image = image(cell, column);
    CellPlace place = column.of(image.getString(ORIGIN));
    place.requireShape(shape(image, place), expected);
    byte[] data = image.getAs(DATA);
    place.requireLength(data.length, expected);
    return data;
  }

  @Override
  public Optional<ImageShape> shapeOf(Object cell, CellPlace place) {
    Row image = image(cell, place);
    return Optional.of(shape(image, place.of(image.getString(ORIGIN))));
  }

  @Override
  public Object encode(float[] values, int from, ImageShape shape) {
    byte[] data = new byte[shape.size()];
    fill(data, values, from, shape.channels());
    return RowFactory.create(fields("", shape, data));
  }

  /**
   * The fields of a struct in their order.
   *
   * @param origin text as the kind of row holds it
   */
  static Object[] fields(Object origin, ImageShape shape, byte[] data) {
    int channels = shape.channels();
    return new Object[] {origin, shape.height(), shape.width(), channels, mode(channels), data};
  }

  /** Writes the struct's bytes for the values from {@code from} on. */
  static void fill(byte[] data, float[] values, int from, int channels) {
    if (channels == 1) {
      for (int pixel = 0; pixel < data.length; pixel++) {
        data[pixel] = PixelBytes.nearest(values[from + pixel]);
      }
    } else {
      interleave(index -> PixelBytes.nearest(values[index]), from, channels, data);
    }
  }

  /** The same for values that are bytes already. */
  static void fill(byte[] data, ByteBuffer planes, int from, int channels) {
    if (channels == 1) {
      planes.get(from, data);
      return;
    }
    interleave(planes::get, from, channels, data);
  }

  /** Where bytes of planes come from. */
  private interface Planes {
    byte at(int index);
  }

  private static void interleave(Planes planes, int from, int channels, byte[] data) {
    int plane = data.length / channels;
    for (int channel = 0; channel < channels; channel++) {
      int source = from + channel * plane;
      int target = channels - 1 - channel;
      for (int pixel = 0; pixel < plane; pixel++, target += channels) {
        data[target] = planes.at(source + pixel);
      }
    }
  }

  private static int mode(int channels) {
    return channels == 1 ? 0 : 16;
  }

  private static Row image(Object cell, CellPlace place) {
    if (!(cell instanceof Row image) || image.length() != DATA + 1) {
      throw place.wrongCell(cell, EXPECTED);
    }
    for (int field = HEIGHT; field <= DATA; field++) {
      if (image.isNullAt(field)) {
        String name = ImageSchema.columnSchema().fieldNames()[field];
        throw place.refuse("an image whose " + name + " is null", EXPECTED);
      }
    }
    return image;
  }

  private static ImageShape shape(Row image, CellPlace place) {
    int height = image.getInt(HEIGHT);
    int width = image.getInt(WIDTH);
    int channels = image.getInt(CHANNELS);
    int mode = image.getInt(MODE);
    if ((channels != 1 && channels != 3) || mode != mode(channels) || height < 1 || width < 1) {
      throw place.refuse(
          String.format(
              Locale.ROOT,
              "an image of %d channels, mode %d, height %d and width %d",
              channels,
              mode,
              height,
              width),
          EXPECTED,
          mode == -1
              ? "Spark could not read the file; its option dropInvalid leaves such rows out."
              : "Convert images with an alpha channel or floating-point values first.");
    }
    if (!ImageShape.fitsAnArray(channels, height, width)) {
      throw place.refuse(
          String.format(
              Locale.ROOT,
              "an image of %d channels, height %d and width %d",
              channels,
              height,
              width),
          String.format(Locale.ROOT, "at most %d values per image", Integer.MAX_VALUE),
          "The sizes in the struct do not fit its data.");
    }
    return new ImageShape(channels, height, width);
  }
}
