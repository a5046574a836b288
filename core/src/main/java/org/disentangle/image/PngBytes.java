// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Small PNG files: 8 bits a channel, grey or RGB, each row as its difference from the row above.
 * For images of a few thousand pixels ImageIO spends most of its time on its own objects.
 */
final class PngBytes {

  private static final int IDAT = 0x49444154;
  private static final int IEND = 0x49454E44;
  private static final byte UP = 2;
  private static final int HEADER_LENGTH = 13;
  private static final int FRAME_LENGTH = 12;
  private static final int ROOM_FOR_STORED_BLOCKS = 64;

  /** Has 256 KB of native memory that is costly to allocate for each image. */
  private static final ThreadLocal<Deflater> DEFLATERS = ThreadLocal.withInitial(Deflater::new);

  private PngBytes() {}

  /** The file for the values in [0, 1] from {@code from} on, planes of red, green and blue. */
  static byte[] of(float[] values, int from, ImageShape shape) {
    byte[] rows = rows(values, from, shape);
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

  /** The filter's number and the differences, for each row. */
  private static byte[] rows(float[] values, int from, ImageShape shape) {
    int channels = shape.channels();
    int plane = shape.height() * shape.width();
    int length = channels * shape.width();
    byte[] above = new byte[length];
    byte[] row = new byte[length];
    byte[] rows = new byte[shape.height() * (1 + length)];
    for (int y = 0, at = 0; y < shape.height(); y++) {
      for (int channel = 0; channel < channels; channel++) {
        int pixel = from + channel * plane + y * shape.width();
        for (int i = channel; i < length; i += channels) {
          row[i] = PixelBytes.nearest(values[pixel++]);
        }
      }
      rows[at++] = UP;
      for (int i = 0; i < length; i++) {
        rows[at++] = (byte) (row[i] - above[i]);
      }
      byte[] swapped = above;
      above = row;
      row = swapped;
    }
    return rows;
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
