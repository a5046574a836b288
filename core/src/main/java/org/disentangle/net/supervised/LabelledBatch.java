// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.supervised;

import java.io.Serializable;
import org.disentangle.image.ImageShape;
import org.disentangle.net.LabelledPixels;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Mini-batches of labelled images as Deeplearning4j takes them: pixels, and one-hot labels.
 *
 * @param shape shape of the images
 * @param labelled how labels lie with the pixels
 * @param batchSize images of a mini-batch
 */
public record LabelledBatch(ImageShape shape, LabelledPixels labelled, int batchSize)
    implements Serializable {

  /**
   * One mini-batch.
   *
   * @param joined labelled images, one after the other
   */
  public DataSet dataSet(float[] joined) {
    float[] pixels = new float[batchSize * labelled.numPixels()];
    float[] oneHot = new float[batchSize * labelled.numClasses()];
    for (int image = 0; image < batchSize; image++) {
      int from = image * labelled.size();
      System.arraycopy(joined, from, pixels, image * labelled.numPixels(), labelled.numPixels());
      oneHot[image * labelled.numClasses() + labelled.labelOf(joined, from)] = 1;
    }
    return new DataSet(
        Nd4j.createFromArray(pixels)
            .reshape(batchSize, shape.channels(), shape.height(), shape.width()),
        Nd4j.createFromArray(oneHot).reshape(batchSize, labelled.numClasses()));
  }
}
