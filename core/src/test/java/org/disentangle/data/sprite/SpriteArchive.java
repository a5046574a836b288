// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.sprite;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.disentangle.data.npz.NpzBytes;

/** Small archives laid out like the original one, with rendered pictures of every 1,013th index. */
public final class SpriteArchive {

  static final int COUNT = SpriteGrid.SIZE / 1013 + 1;

  private SpriteArchive() {}

  static int gridIndex(int record) {
    return record * 1013;
  }

  public static NpzBytes bytes() {
    ByteBuffer images = ByteBuffer.allocate(COUNT * 64 * 64);
    ByteBuffer classes = ByteBuffer.allocate(COUNT * 6 * 8).order(ByteOrder.LITTLE_ENDIAN);
    SpriteRenderer renderer = new SpriteRenderer(64);
    for (int record = 0; record < COUNT; record++) {
      for (float pixel : renderer.render(gridIndex(record))) {
        images.put((byte) pixel);
      }
      classes.putLong(0);
      for (int factor : SpriteGrid.factors(gridIndex(record))) {
        classes.putLong(factor);
      }
    }
    return new NpzBytes()
        .with("metadata", "|O", "", new byte[] {1, 2, 3})
        .with("imgs", "|u1", COUNT + ", 64, 64", images.array())
        .with("latents_classes", "<i8", COUNT + ", 6", classes.array());
  }
}
