// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.npz;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.disentangle.data.ImageStore;
import org.disentangle.data.Pixels;
import org.disentangle.data.RecordStream;
import org.disentangle.data.StoredPixels;

/**
 * The images of an array, streamed; sought where the archive stores them without compression.
 *
 * @param array of all images
 * @param pixels how it stores one
 */
record NpyImages(NpyArray array, StoredPixels pixels) implements ImageStore {

  @Override
  public Pixels open(IntUnaryOperator imageOfRow) {
    RecordStream stream = array.open(pixels.bytes());
    StoredPixels.Decoder decoder = pixels.decoder();
    return new Pixels() {
      @Override
      public void read(int row, float[] planes) {
        int image = imageOfRow.applyAsInt(row);
        byte[] stored = stream.read(image);
        int bad = decoder.decode(stored, 0, planes);
        if (bad >= 0) {
          throw array.refuse("with " + decoder.problem(stored, bad, image), decoder.expected());
        }
      }

      @Override
      public void close() throws IOException {
        stream.close();
      }
    };
  }
}
