// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import org.apache.parquet.bytes.BytesInput;

/**
 * Bytes outside the heap, which codecs read where they are; Parquet 1.13's own class copies them.
 */
final class DirectBytes extends BytesInput {

  private final ByteBuffer bytes;

  private DirectBytes(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /**
   * @param bytes from its position to its limit
   */
  static BytesInput of(ByteBuffer bytes) {
    return new DirectBytes(bytes);
  }

  @Override
  public void writeAllTo(OutputStream out) throws IOException {
    Channels.newChannel(out).write(bytes.duplicate());
  }

  @Override
  public ByteBuffer toByteBuffer() {
    return bytes.duplicate();
  }

  @Override
  public long size() {
    return bytes.remaining();
  }
}
