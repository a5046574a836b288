// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of a PNG file.
 *
 * @param file the whole file
 * @param whole the chunks up to the first that is cut off, in their order
 * @param end where the last of them ends
 */
record PngChunks(byte[] file, List<Chunk> whole, int end) {

  /**
   * One chunk.
   *
   * @param type its four letters
   * @param begin where its content begins
   * @param length bytes of its content
   */
  record Chunk(int type, int begin, int length) {

    /** Whether decoders have to know it: its first letter is a capital. */
    private boolean isCritical() {
      return (type & 0x20000000) == 0;
    }
  }

  private static final int TRANSPARENT_COLOUR = 0x74524E53; // tRNS
  private static final int EXIF = 0x65584966; // eXIf
  private static final int FRAME = 12;

  static PngChunks of(byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    List<Chunk> chunks = new ArrayList<>();
    int at = Long.BYTES;
    while (file.length - at >= FRAME) {
      int length = bytes.getInt(at);
      if (length < 0 || length > file.length - at - FRAME) {
        break;
      }
      chunks.add(new Chunk(bytes.getInt(at + 4), at + 8, length));
      at += FRAME + length;
    }
    return new PngChunks(file, chunks, at);
  }

  /** The chunk with Exif data. */
  Optional<Chunk> exif() {
    return whole.stream().filter(chunk -> chunk.type() == EXIF).findFirst();
  }

  /**
   * The file without all that says how its samples should look or where they come from: profiles,
   * gamma, times, texts. A transparent colour stays, because it is refused.
   */
  byte[] plain() {
    if (whole.stream().allMatch(PngChunks::stays)) {
      return file;
    }
    ByteArrayOutputStream plain = new ByteArrayOutputStream(file.length);
    plain.write(file, 0, Long.BYTES);
    for (Chunk chunk : whole) {
      if (stays(chunk)) {
        plain.write(file, chunk.begin() - 8, chunk.length() + FRAME);
      }
    }
    plain.write(file, end, file.length - end);
    return plain.toByteArray();
  }

  private static boolean stays(Chunk chunk) {
    return chunk.isCritical() || chunk.type() == TRANSPARENT_COLOUR;
  }
}
