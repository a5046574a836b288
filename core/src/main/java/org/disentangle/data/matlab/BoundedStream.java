// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.matlab;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, as many as are given. */
final class BoundedStream extends FilterInputStream {

  private long rest;

  BoundedStream(InputStream stream, long bytes) {
    super(stream);
    this.rest = bytes;
  }

  @Override
  public int read() throws IOException {
    if (rest == 0) {
      return -1;
    }
    int next = super.read();
    rest -= next < 0 ? 0 : 1;
    return next;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (rest == 0) {
      return count == 0 ? 0 : -1;
    }
    int read = super.read(bytes, from, (int) Math.min(count, rest));
    rest -= Math.max(read, 0);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, rest));
    rest -= skipped;
    return skipped;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(super.available(), rest);
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
