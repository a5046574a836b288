// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** PNG files put together by hand, of kinds that no writer at hand makes. */
final class RawPng {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};

  private RawPng() {}

  /**
   * A PNG file.
   *
   * @param packed the rows one after the other, each in whole bytes, not filtered
   * @param chunks whole chunks to put before the pixels
   */
  static byte[] file(
      int width, int height, int bitDepth, int colourType, byte[] packed, byte[]... chunks) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    byte[] kinds = {(byte) bitDepth, (byte) colourType, 0, 0, 0};
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(kinds);
    file.writeBytes(chunk("IHDR", header.array()));
    for (byte[] chunk : chunks) {
      file.writeBytes(chunk);
    }
    file.writeBytes(chunk("IDAT", deflate(packed, height)));
    file.writeBytes(chunk("IEND", new byte[0]));
    return file.toByteArray();
  }

  static byte[] chunk(String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    return ByteBuffer.allocate(data.length + 12)
        .putInt(data.length)
        .put(name)
        .put(data)
        .putInt((int) crc.getValue())
        .array();
  }

  private static byte[] deflate(byte[] packed, int rows) {
    int stride = packed.length / rows;
    ByteBuffer filtered = ByteBuffer.allocate(packed.length + rows);
    for (int row = 0; row < rows; row++) {
      filtered.put((byte) 0).put(packed, row * stride, stride);
    }
    Deflater deflater = new Deflater();
    deflater.setInput(filtered.array());
    deflater.finish();
    byte[] buffer = new byte[packed.length + rows + 64];
    int length = deflater.deflate(buffer);
    deflater.end();
    return ByteBuffer.allocate(length).put(buffer, 0, length).array();
  }
}
