// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.disentangle.error.InvalidInputException;

/**
 * Changes images to one size, rows and columns separately, in double precision, or as a library
 * does where the interpolation repeats one and all values are bytes. AWT is not used: its bilinear
 * filter skips pixels when an image shrinks, and works on bytes.
 *
 * <p>Thread-safe; the same bits on every machine.
 *
 * @param height rows of the result
 * @param width columns of the result; images of other proportions are stretched
 */
public record Resizing(int height, int width, Interpolation interpolation) implements Serializable {

  public Resizing {
    if (height < 1 || width < 1) {
      throw InvalidInputException.of(
          String.format(Locale.ROOT, "An image cannot be resized to %dx%d pixels", height, width));
    }
  }

  /** The image in the new size; an image that has it already as it is. */
  public PlanarImage apply(PlanarImage image) {
    ImageShape from = image.shape();
    if (from.height() == height && from.width() == width) {
      return image;
    }
    Optional<byte[]> bytes =
        interpolation.ofBytes().flatMap(any -> PixelBytes.exact(image.values()));
    return bytes.map(planes -> resampled(planes, from)).orElseGet(() -> weighted(image));
  }

  private PlanarImage resampled(byte[] planes, ImageShape from) {
    byte[] resized = interpolation.ofBytes().orElseThrow().resample(planes, from, height, width);
    float[] values = new float[resized.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = PixelBytes.value(resized[i]);
    }
    return new PlanarImage(new ImageShape(from.channels(), height, width), values);
  }

  private PlanarImage weighted(PlanarImage image) {
    ImageShape from = image.shape();
    int lines = from.channels() * from.height();
    float[] narrowed = new float[lines * width];
    for (int column = 0; column < width; column++) {
      Taps taps = interpolation.taps(from.width(), width, column);
      for (int line = 0; line < lines; line++) {
        narrowed[line * width + column] = taps.apply(image.values(), line * from.width(), 1);
      }
    }
    clip(narrowed);
    ImageShape to = new ImageShape(from.channels(), height, width);
    float[] resized = new float[to.size()];
    for (int row = 0; row < height; row++) {
      Taps taps = interpolation.taps(from.height(), height, row);
      for (int channel = 0; channel < from.channels(); channel++) {
        for (int column = 0; column < width; column++) {
          resized[(channel * height + row) * width + column] =
              taps.apply(narrowed, channel * from.height() * width + column, width);
        }
      }
    }
    clip(resized);
    return new PlanarImage(to, resized);
  }

  /** Weights below 0 lead outside [0, 1]. */
  private void clip(float[] values) {
    for (int i = 0; interpolation == Interpolation.LANCZOS && i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, values[i]));
    }
  }
}
