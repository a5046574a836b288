// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Optional;

/**
 * What is done to images, in this order: the centre is cut out, colours are converted, the size is
 * changed.
 *
 * @param cropSize rows and columns of the centre; null cuts nothing
 * @param colours the channels
 * @param resizing the new size; null changes nothing
 */
public record ImageSteps(Integer cropSize, ColourMode colours, Resizing resizing)
    implements Serializable {

  /** Whether an image is large enough for its centre to be cut out. */
  public boolean fit(ImageShape shape) {
    return cropSize == null || (cropSize <= shape.height() && cropSize <= shape.width());
  }

  /**
   * The image after all steps.
   *
   * @throws IllegalArgumentException if its centre cannot be cut out
   */
  public PlanarImage apply(PlanarImage image) {
    PlanarImage centre = cropSize == null ? image : image.centreCrop(cropSize);
    PlanarImage coloured = colours.apply(centre);
    return resizing == null ? coloured : resizing.apply(coloured);
  }

  /**
   * The shape of every image after all steps, as far as it does not depend on the image.
   *
   * @param input the shape of every image before them, if known
   */
  public Optional<ImageShape> result(Optional<ImageShape> input) {
    Optional<Integer> channels =
        switch (colours) {
          case KEEP -> input.map(ImageShape::channels);
          case GREY -> Optional.of(1);
          case RGB -> Optional.of(3);
        };
    return channels.flatMap(count -> sized(count, input));
  }

  private Optional<ImageShape> sized(int channels, Optional<ImageShape> input) {
    if (resizing != null) {
      return Optional.of(new ImageShape(channels, resizing.height(), resizing.width()));
    }
    return cropSize != null
        ? Optional.of(new ImageShape(channels, cropSize, cropSize))
        : input.map(shape -> new ImageShape(channels, shape.height(), shape.width()));
  }
}
