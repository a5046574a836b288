// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Small IDX files for tests: image i has 6 x 4 pixels of value (7 i + place) mod 256. */
public final class IdxBytes {

  static final int HEIGHT = 6;
  static final int WIDTH = 4;

  private IdxBytes() {}

  public static byte[] images(int count) {
    int size = HEIGHT * WIDTH;
    ByteBuffer bytes = ByteBuffer.allocate(16 + count * size);
    bytes.putInt(0x803).putInt(count).putInt(HEIGHT).putInt(WIDTH);
    for (int image = 0; image < count; image++) {
      for (int place = 0; place < size; place++) {
        bytes.put((byte) pixel(image, place));
      }
    }
    return bytes.array();
  }

  static int pixel(int image, int place) {
    return (7 * image + place) & 0xff;
  }

  /** Label i is 3 i mod 10. */
  public static byte[] labels(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
    for (int i = 0; i < count; i++) {
      bytes.put((byte) label(i));
    }
    return bytes.array();
  }

  /** The same labels as QMNIST has them: first of eight ints. */
  static byte[] qmnist(int count) {
    ByteBuffer bytes = ByteBuffer.allocate(12 + count * 32).putInt(0xC02).putInt(count).putInt(8);
    for (int i = 0; i < count; i++) {
      bytes.putInt(label(i)).putInt(4).putInt(2577 + i).position(12 + (i + 1) * 32);
    }
    return bytes.array();
  }

  static int label(int image) {
    return 3 * image % 10;
  }

  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static String write(Path file, byte[] content) {
    try {
      return Files.write(file, content).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
