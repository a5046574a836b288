// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.Row;
import org.disentangle.net.inference.Encoder;

/**
 * From the images of some rows to their codes.
 *
 * @param key what the encoder is made from
 * @param images where the images are
 * @param append whether the codes are part of the output
 * @param probabilities categorical codes whose probabilities are; 0 for none
 * @param draw how codes come from what the encoder says
 */
record Inference(
    EncoderKey key, ImageInput images, boolean append, int probabilities, InferredCodes draw)
    implements Serializable {

  /**
   * @return rows x codes values
   */
  float[] codes(List<Row> rows, Encoder encoder) {
    int size = encoder.pixels().length / encoder.batchSize();
    for (int i = 0; i < rows.size(); i++) {
      float[] planes = images.decoder().decode(rows.get(i).get(images.index()));
      System.arraycopy(planes, 0, encoder.pixels(), i * size, size);
    }
    return draw.of(encoder, rows.size());
  }
}
