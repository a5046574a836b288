// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * The content of a file whose length is known, compared with its checksum when the last byte has
 * been read: the read that returns this byte fails if the checksum is another.
 *
 * <p>A compressed stream is checked however its reader came to the end, since what is skipped is
 * inflated too. One that is stored plainly is checked if no byte was skipped. A reader that stops
 * before the end checks nothing.
 */
public final class WholeStream extends FilterInputStream {

  private static final int SCRATCH = 1 << 13;

  private final long bytes;
  private final boolean compressed;
  private final Long expected;
  private final CRC32 sum = new CRC32();
  private long at;
  private boolean sought;

  private WholeStream(InputStream stream, long bytes, boolean compressed, Long expected) {
    super(stream);
    this.bytes = bytes;
    this.compressed = compressed;
    this.expected = expected;
  }

  /**
   * A stream that compares its checksum itself where it ends, behind the content: gzip and zlib.
   *
   * @param bytes of the content
   */
  public static InputStream inflated(InputStream stream, long bytes) {
    return new WholeStream(stream, bytes, true, null);
  }

  /**
   * A stream of an archive that has the checksum elsewhere.
   *
   * @param bytes of the content
   * @param compressed whether the stream inflates and ends with the content; otherwise it may be
   *     sought and go on
   * @param crc CRC-32 of the content
   */
  public static InputStream summed(InputStream stream, long bytes, boolean compressed, long crc) {
    return new WholeStream(stream, bytes, compressed, crc);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (at >= bytes) {
      return count == 0 ? 0 : -1;
    }
    int read = super.read(into, from, (int) Math.min(count, bytes - at));
    if (read > 0) {
      if (expected != null && !sought) {
        sum.update(into, from, read);
      }
      advance(read);
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long wanted = Math.min(count, bytes - at);
    if (wanted <= 0) {
      return 0;
    }
    if (compressed && expected != null) {
      return Math.max(0, read(new byte[(int) Math.min(wanted, SCRATCH)]));
    }
    sought |= !compressed;
    long skipped = super.skip(wanted);
    advance(skipped);
    return skipped;
  }

  private void advance(long count) throws IOException {
    at += count;
    if (at < bytes || sought || count == 0) {
      return;
    }
    long more = compressed ? in.transferTo(OutputStream.nullOutputStream()) : 0;
    if (expected == null) {
      return; // what inflates has compared the checksum
    }
    if (more > 0) {
      throw new IOException(
          String.format(Locale.ROOT, "%d bytes more than the %d recorded", more, bytes));
    }
    if (sum.getValue() != expected) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the checksum is %08x, recorded is %08x: the data are damaged",
              sum.getValue(),
              expected));
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
