// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.hdf5;

import java.util.function.IntUnaryOperator;
import org.disentangle.data.ImageStore;
import org.disentangle.data.Pixels;
import org.disentangle.data.StoredPixels;

/**
 * The images of an array. Those of one row of chunks are read together and held.
 *
 * @param array of all images
 * @param pixels how it stores one
 * @param height of a row of chunks
 */
record Hdf5Images(Hdf5Array array, StoredPixels pixels, int height) implements ImageStore {

  @Override
  public int block() {
    return height * perRow();
  }

  private int perRow() {
    return array.rowBytes() / pixels.bytes();
  }

  @Override
  public Pixels open(IntUnaryOperator imageOfRow) {
    return new Reader(imageOfRow);
  }

  private final class Reader implements Pixels {

    private final IntUnaryOperator imageOfRow;
    private final StoredPixels.Decoder decoder = pixels.decoder();
    private Hdf5Rows rows;
    private int number = -1;
    private byte[] block;

    Reader(IntUnaryOperator imageOfRow) {
      this.imageOfRow = imageOfRow;
    }

    @Override
    public void read(int row, float[] planes) {
      int image = imageOfRow.applyAsInt(row);
      if (image / block() != number) {
        number = image / block();
        rows = rows == null ? new Hdf5Rows(array) : rows;
        block = rows.block(number);
      }
      int bad = decoder.decode(block, image % block() * pixels.bytes(), planes);
      if (bad >= 0) {
        throw array.refuse("with " + decoder.problem(block, bad, image), decoder.expected());
      }
    }

    @Override
    public void close() {
      block = null;
      if (rows != null) {
        rows.close();
      }
    }
  }
}
