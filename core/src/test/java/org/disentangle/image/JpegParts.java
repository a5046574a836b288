// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Segments put into JPEG files by hand, and Exif data. */
final class JpegParts {

  private JpegParts() {}

  /** The file with a segment after its first two bytes. */
  static byte[] with(byte[] jpeg, int marker, byte[] content) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.write(0xFF);
    file.write(marker);
    file.writeBytes(ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array());
    file.writeBytes(content);
    file.write(jpeg, 2, jpeg.length - 2);
    return file.toByteArray();
  }

  /** The file without its first segment, which in files of the JDK is that of JFIF. */
  static byte[] withoutFirst(byte[] jpeg) {
    int length = 2 + ByteBuffer.wrap(jpeg).getShort(4);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    file.write(jpeg, 2 + length, jpeg.length - 2 - length);
    return file.toByteArray();
  }

  /** The content of a segment with a colour profile. */
  static byte[] profile(byte[] icc) {
    byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(name.length + icc.length).put(name).put(icc).array();
  }

  /** The content of an Exif segment. */
  static byte[] exif(byte[] tiff) {
    return ByteBuffer.allocate(6 + tiff.length)
        .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
        .put(tiff)
        .array();
  }

  /** A TIFF structure of two entries, of which the second says the orientation. */
  static byte[] tiff(ByteOrder order, int orientation) {
    ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
    tiff.put((byte) (order == ByteOrder.BIG_ENDIAN ? 'M' : 'I'));
    tiff.put(tiff.get(0)).putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(0);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }
}
