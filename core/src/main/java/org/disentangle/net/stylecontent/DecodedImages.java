// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net.stylecontent;

import static org.disentangle.net.stylecontent.StyleContentNetworks.LOGITS;

import java.util.Map;
import org.disentangle.net.Network;
import org.disentangle.net.Pass;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Images that the decoder makes of an unspecified and a specified code, and the way back. */
final class DecodedImages {

  /** Gradients with respect to the two codes. */
  record ToCodes(INDArray unspecified, INDArray specified) {}

  private final Pass pass;
  private final long unspecifiedDim;
  private INDArray images;

  DecodedImages(Network decoder, int unspecifiedDim) {
    pass = decoder.newPass();
    this.unspecifiedDim = unspecifiedDim;
  }

  /** The logits of pixels. */
  INDArray make(INDArray unspecified, INDArray specified) {
    pass.forward(Nd4j.concat(1, unspecified, specified), true);
    pass.updateMovingStatistics();
    INDArray logits = pass.head(LOGITS);
    images = Transforms.sigmoid(logits, true);
    return logits;
  }

  /** The images just made, values in [0, 1]. */
  INDArray images() {
    return images;
  }

  /**
   * Adds the decoder's gradients.
   *
   * @param toLogits gradient with respect to the logits
   */
  ToCodes backward(INDArray toLogits) {
    INDArray gradient = pass.backward(Map.of(LOGITS, toLogits), true, true);
    return new ToCodes(
        gradient.get(NDArrayIndex.all(), NDArrayIndex.interval(0, unspecifiedDim)).dup('c'),
        gradient
            .get(NDArrayIndex.all(), NDArrayIndex.interval(unspecifiedDim, gradient.size(1)))
            .dup('c'));
  }

  /**
   * As {@link #backward}.
   *
   * @param toImages gradient with respect to the images
   */
  ToCodes backwardFromImages(INDArray toImages) {
    return backward(images.rsub(1).muli(images).muli(toImages));
  }
}
