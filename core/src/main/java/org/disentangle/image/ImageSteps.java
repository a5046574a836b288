// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * What is done to images, in this order: a square is cut out, colours are converted, the size is
 * changed; or the square is cut out after the size was changed. At last half of the images are
 * mirrored.
 *
 * @param crop the square; null cuts nothing
 * @param colours the channels
 * @param resizing the new size; null changes nothing
 * @param flip whether left and right are exchanged in half of the images
 */
public record ImageSteps(CropRule crop, ColourMode colours, Resizing resizing, boolean flip)
    implements Serializable {

  /** Whether an image is large enough for the square to be cut out. */
  public boolean fit(ImageShape shape) {
    return crop == null || crop.fits(crop.afterResizing() ? sized(shape) : shape);
  }

  private ImageShape sized(ImageShape shape) {
    return resizing == null
        ? shape
        : new ImageShape(shape.channels(), resizing.height(), resizing.width());
  }

  /** Whether anything depends on the seed of a row. */
  public boolean areRandom() {
    return flip || (crop != null && crop.random());
  }

  /**
   * The image after all steps.
   *
   * @param seed where all that is random comes from
   * @throws IllegalArgumentException if the square cannot be cut out
   */
  public PlanarImage apply(PlanarImage image, long seed) {
    SplittableRandom draws = new SplittableRandom(seed);
    boolean first = crop != null && !crop.afterResizing();
    PlanarImage cut = first ? crop.apply(image, draws) : image;
    PlanarImage coloured = colours.apply(cut);
    PlanarImage sized = resizing == null ? coloured : resizing.apply(coloured);
    PlanarImage last = crop == null || first ? sized : crop.apply(sized, draws);
    return flip && draws.nextBoolean() ? last.mirrored() : last;
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
    if (resizing != null && (crop == null || !crop.afterResizing())) {
      return Optional.of(new ImageShape(channels, resizing.height(), resizing.width()));
    }
    return crop != null
        ? Optional.of(new ImageShape(channels, crop.size(), crop.size()))
        : input.map(shape -> new ImageShape(channels, shape.height(), shape.width()));
  }
}
