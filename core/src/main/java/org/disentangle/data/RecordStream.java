// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Function;
import org.apache.commons.io.IOUtils;

/**
 * Records of equal size in a stream, of which rising ones are read and the others are skipped. The
 * stream is opened by the first read.
 */
public final class RecordStream implements Closeable {

  /** Opens a stream at its first record. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  private final Opener opener;
  private final byte[] bytes;
  private final Function<IOException, ? extends RuntimeException> damaged;
  private InputStream stream;
  private long next;

  /**
   * @param opener of the stream, which this closes
   * @param recordBytes bytes of each record
   * @param damaged the refusal of a stream that cannot be read or ends too early
   */
  public RecordStream(
      Opener opener, int recordBytes, Function<IOException, ? extends RuntimeException> damaged) {
    this.opener = opener;
    this.bytes = new byte[recordBytes];
    this.damaged = damaged;
  }

  /**
   * One record.
   *
   * @param number from 0, larger than at the call before
   * @return an array that the next call overwrites
   */
  public byte[] read(long number) {
    try {
      if (stream == null) {
        stream = opener.open();
      }
      stream.skipNBytes((number - next) * bytes.length);
      IOUtils.readFully(stream, bytes);
      next = number + 1;
      return bytes;
    } catch (IOException e) {
      throw damaged.apply(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
