// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.io.IOException;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.disentangle.data.Pixels;
import org.disentangle.data.RecordStream;
import org.disentangle.data.npz.NpyArray;

/** The pixels of original images, streamed from their array; each has to be 0 or 1. */
final class SpritePixels implements Pixels {

  private final NpyArray images;
  private final IntUnaryOperator recordOfRow;
  private final RecordStream stream;

  SpritePixels(NpyArray images, IntUnaryOperator recordOfRow) {
    this.images = images;
    this.recordOfRow = recordOfRow;
    this.stream = images.open();
  }

  @Override
  public void read(int row, float[] planes) {
    int record = recordOfRow.applyAsInt(row);
    byte[] bytes = stream.read(record);
    for (int i = 0; i < bytes.length; i++) {
      if ((bytes[i] & ~1) != 0) {
        throw images.refuse(
            String.format(Locale.ROOT, "with the value %d in image %d", bytes[i] & 0xff, record),
            "0 and 1 only");
      }
      planes[i] = bytes[i];
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
