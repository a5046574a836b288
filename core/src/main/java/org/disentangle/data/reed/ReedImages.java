// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.reed;

import java.io.IOException;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.disentangle.data.ImageStore;
import org.disentangle.data.Pixels;
import org.disentangle.data.StoredPixels;
import org.disentangle.data.hdf5.Hdf5Array;

/**
 * The frames of many animations, one after the other. One animation at a time is open.
 *
 * @param animations arrays of frames
 * @param firsts for each of them the image of its first frame
 * @param pixels how a frame is stored
 */
record ReedImages(List<Hdf5Array> animations, int[] firsts, StoredPixels pixels)
    implements ImageStore {

  @Override
  public Pixels open(IntUnaryOperator imageOfRow) {
    return new Pixels() {
      private int animation = -1;
      private Pixels frames;

      @Override
      public void read(int row, float[] planes) throws IOException {
        int image = imageOfRow.applyAsInt(row);
        if (animation < 0 || (animation + 1 < firsts.length && image >= firsts[animation + 1])) {
          close();
          while (animation + 1 < firsts.length && image >= firsts[animation + 1]) {
            animation++;
          }
          int first = firsts[animation];
          frames =
              animations
                  .get(animation)
                  .imagesWithoutCheck(pixels)
                  .open(each -> imageOfRow.applyAsInt(each) - first);
        }
        frames.read(row, planes);
      }

      @Override
      public void close() throws IOException {
        if (frames != null) {
          frames.close();
          frames = null;
        }
      }
    };
  }
}
