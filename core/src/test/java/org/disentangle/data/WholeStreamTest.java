// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class WholeStreamTest {

  private static final byte[] CONTENT = new byte[20_000];

  static {
    for (int i = 0; i < CONTENT.length; i++) {
      CONTENT[i] = (byte) (i * 31 >> 3);
    }
  }

  @Test
  void zlibIsComparedByItsOwnChecksum() throws IOException {
    byte[] zipped = zlib();
    try (InputStream whole = WholeStream.inflated(inflater(zipped), CONTENT.length)) {
      assertArrayEquals(CONTENT, whole.readAllBytes());
    }
    zipped[zipped.length - 1] ^= 1;
    try (InputStream damaged = WholeStream.inflated(inflater(zipped), CONTENT.length)) {
      damaged.skipNBytes(CONTENT.length - 10);
      assertEquals(9, damaged.readNBytes(9).length);
      assertThrows(IOException.class, damaged::read);
    }
  }

  @Test
  void aChecksumElsewhereIsComparedAlsoAfterSkips() throws IOException {
    try (InputStream right = summed(true, crc())) {
      right.skipNBytes(12_345);
      assertEquals(CONTENT.length - 12_345, right.readAllBytes().length);
      assertEquals(-1, right.read());
    }
    try (InputStream wrong = summed(true, crc() ^ 1)) {
      wrong.skipNBytes(CONTENT.length - 1);
      String message = assertThrows(IOException.class, wrong::read).getMessage();
      assertTrue(message.contains("checksum"), message);
    }
    try (InputStream longer =
        WholeStream.summed(inflater(zlib()), CONTENT.length - 5, true, crc())) {
      String message = assertThrows(IOException.class, longer::readAllBytes).getMessage();
      assertTrue(message.contains("5 bytes more"), message);
    }
  }

  @Test
  void plainBytesAreComparedUnlessTheyAreSought() throws IOException {
    try (InputStream wrong = summed(false, crc() ^ 1)) {
      assertThrows(IOException.class, wrong::readAllBytes);
    }
    try (InputStream sought = summed(false, crc() ^ 1)) {
      sought.skipNBytes(3);
      assertEquals(CONTENT.length - 3, sought.readAllBytes().length);
    }
  }

  private static InputStream summed(boolean compressed, long crc) throws IOException {
    InputStream stream = compressed ? inflater(zlib()) : new ByteArrayInputStream(CONTENT);
    return WholeStream.summed(stream, CONTENT.length, compressed, crc);
  }

  private static long crc() {
    CRC32 crc = new CRC32();
    crc.update(CONTENT);
    return crc.getValue();
  }

  private static InputStream inflater(byte[] zipped) {
    return new InflaterInputStream(new ByteArrayInputStream(zipped));
  }

  private static byte[] zlib() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream zip = new DeflaterOutputStream(bytes)) {
      zip.write(CONTENT);
    }
    return bytes.toByteArray();
  }
}
