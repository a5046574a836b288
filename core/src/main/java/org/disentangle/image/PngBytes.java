// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small PNG files: 8 bits per channel, grey or RGB. Drawn images, which have even areas, are
 * written as they are, others each row as its difference from the row above. For images of a few
 * thousand pixels ImageIO spends most of its time on its own objects.
 */
final class PngBytes {

  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final byte UP = 2;

  /** Share of values equal to their left neighbour from which differences make files larger. */
  private static final double FLAT = 0.25;

  /** Half the time of zlib's default of 6, for files 3 to 5% larger, or smaller without filter. */
  private static final int LEVEL = 3;

  private static final int HEADER_LENGTH = 13;
  private static final int FRAME_LENGTH = 12;
  private static final int ROOM_FOR_STORED_BLOCKS = 64;

  /** Has 256 KB of native memory that is costly to allocate for each image. */
  private static final ThreadLocal<Deflater> DEFLATERS =
      ThreadLocal.withInitial(() -> new Deflater(LEVEL));

  private PngBytes() {}

  /** The file for the values in [0, 1] from {@code from} on, planes of red, green and blue. */
  static byte[] of(float[] values, int from, ImageShape shape) {
    byte[] planes = new byte[shape.size()];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = PixelBytes.nearest(values[from + i]);
    }
    return of(planes, shape);
  }

  /** The same for values that are bytes already. */
  static byte[] of(ByteBuffer values, int from, ImageShape shape) {
    byte[] planes = new byte[shape.size()];
    values.get(from, planes);
    return of(planes, shape);
  }

  private static byte[] of(byte[] planes, ImageShape shape) {
    byte[] rows = rows(planes, shape);
    byte[] deflated = new byte[rows.length + rows.length / 1000 + ROOM_FOR_STORED_BLOCKS];
    int length = deflate(rows, deflated);
    ByteBuffer file = ByteBuffer.allocate(Long.BYTES + 3 * FRAME_LENGTH + HEADER_LENGTH + length);
    file.putLong(PngHeader.SIGNATURE);
    chunk(file, PngHeader.IHDR, header(shape), HEADER_LENGTH);
    chunk(file, IDAT, deflated, length);
    chunk(file, IEND, new byte[0], 0);
    return file.array();
  }

  private static byte[] header(ImageShape shape) {
    return ByteBuffer.allocate(HEADER_LENGTH)
        .putInt(shape.width())
        .putInt(shape.height())
        .put((byte) Byte.SIZE)
        .put((byte) (shape.channels() == 1 ? PngHeader.GREY : PngHeader.RGB))
        .array();
  }

  /** For each row its filter's number and its bytes, or their differences from the row above. */
  private static byte[] rows(byte[] planes, ImageShape shape) {
    int channels = shape.channels();
    int width = shape.width();
    int length = 1 + channels * width;
    byte[] rows = new byte[shape.height() * length];
    for (int y = 0; y < shape.height(); y++) {
      int begin = y * length + 1;
      if (channels == 1) {
        System.arraycopy(planes, y * width, rows, begin, width);
        continue;
      }
      for (int channel = 0; channel < channels; channel++) {
        int pixel = (channel * shape.height() + y) * width;
        for (int at = begin + channel; at < begin + length - 1; at += channels) {
          rows[at] = planes[pixel++];
        }
      }
    }
    if (!isFlat(planes, width)) {
      subtractRowAbove(rows, length);
    }
    return rows;
  }

  /** Whether enough values equal their left neighbours; those at the left, 0. */
  private static boolean isFlat(byte[] planes, int width) {
    int flat = 0;
    for (int row = 0; row < planes.length; row += width) {
      flat += planes[row] == 0 ? 1 : 0;
      for (int at = row + 1; at < row + width; at++) {
        flat += planes[at] == planes[at - 1] ? 1 : 0;
      }
      if (flat >= FLAT * planes.length) {
        return true;
      }
    }
    return false;
  }

  private static void subtractRowAbove(byte[] rows, int length) {
    for (int row = rows.length - length; row >= 0; row -= length) {
      rows[row] = UP;
      for (int at = row + 1; row > 0 && at < row + length; at++) {
        rows[at] -= rows[at - length];
      }
    }
  }

  private static int deflate(byte[] rows, byte[] into) {
    Deflater deflater = DEFLATERS.get();
    deflater.reset();
    deflater.setInput(rows);
    deflater.finish();
    int length = deflater.deflate(into);
    if (!deflater.finished()) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "no room for %d bytes", rows.length));
    }
    return length;
  }

  private static void chunk(ByteBuffer file, int type, byte[] data, int length) {
    file.putInt(length);
    int begin = file.position();
    file.putInt(type).put(data, 0, length);
    CRC32 sum = new CRC32();
    sum.update(file.array(), begin, file.position() - begin);
    file.putInt((int) sum.getValue());
  }
}
