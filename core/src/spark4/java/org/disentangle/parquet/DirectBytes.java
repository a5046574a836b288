// SPDX-License-Identifier: Apache-2.0
package org.disentangle.parquet;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;

/** Bytes outside the heap, which codecs read where they are: what Parquet makes of a buffer. */
final class DirectBytes {

  private DirectBytes() {}

  /**
   * @param bytes from its position to its limit
   */
  static BytesInput of(ByteBuffer bytes) {
    return BytesInput.from(bytes);
  }
}
