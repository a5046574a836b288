// SPDX-License-Identifier: Apache-2.0
package org.disentangle.net;

/**
 * A system that learns from labels. Its mini-batches are triplets of labelled images: {@code
 * batchSize} anchors, then as many partners, each of its anchor's label, then as many images of
 * other labels. So a step of its sessions takes 3 x batchSize images of {@code pixelsPerImage}
 * values, the last of which encodes the label.
 */
public interface TripletProcedure extends TrainingProcedure {

  /** Where the label of an image is. */
  LabelledPixels labelled();

  @Override
  default int pixelsPerImage() {
    return labelled().size();
  }
}
