// SPDX-License-Identifier: Apache-2.0
package org.disentangle.data.idx;

import java.io.IOException;
import java.util.function.IntUnaryOperator;
import org.disentangle.data.Pixels;
import org.disentangle.data.RecordStream;
import org.disentangle.image.ImageShape;

/** The pixels of images in an IDX file, streamed; a byte is a multiple of 1/255. */
final class IdxPixels implements Pixels {

  private final IntUnaryOperator imageOfRow;
  private final RecordStream stream;

  IdxPixels(IdxFile file, ImageShape shape, IntUnaryOperator imageOfRow) {
    this.imageOfRow = imageOfRow;
    this.stream = new RecordStream(file::elements, shape.size(), file::damaged);
  }

  @Override
  public void read(int row, float[] planes) {
    byte[] bytes = stream.read(imageOfRow.applyAsInt(row));
    for (int i = 0; i < bytes.length; i++) {
      planes[i] = (bytes[i] & 0xff) / 255f;
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
