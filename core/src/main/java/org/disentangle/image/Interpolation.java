// SPDX-License-Identifier: Apache-2.0
package org.disentangle.image;

import java.util.Optional;

/**
 * How old pixels are weighted to make a new one when an image is resized. Pixels are squares, and
 * the borders of the old and the new image coincide, so that nothing shifts.
 */
public enum Interpolation implements Identified {

  /**
   * Weights fall linearly with the distance from the new pixel's centre. When the image shrinks by
   * a factor f they reach f pixels far, so that every pixel counts and nothing aliases; when it
   * grows they reach 1 pixel, the usual bilinear interpolation. This is the bilinear filter of
   * Pillow, and of TensorFlow with antialiasing.
   */
  BILINEAR("bilinear") {
    @Override
    Taps taps(int from, int to, int index) {
      double factor = (double) from / to;
      double reach = Math.max(factor, 1);
      double centre = (index + 0.5) * factor;
      return Taps.normalised(
          (int) Math.floor(centre - reach),
          (int) Math.ceil(centre + reach),
          from,
          pixel -> 1 - Math.abs(pixel + 0.5 - centre) / reach);
    }
  },

  /** The pixel that holds the new pixel's centre: no new values, so that binary images stay so. */
  NEAREST("nearest") {
    @Override
    Taps taps(int from, int to, int index) {
      int pixel = (int) ((2L * index + 1) * from / (2L * to));
      return Taps.normalised(pixel, pixel + 1, from, any -> 1);
    }
  },

  /** The mean over the new pixel's area; pixels that its border cuts count in part. */
  AREA("area") {
    @Override
    Taps taps(int from, int to, int index) {
      double begin = (double) from * index / to;
      double end = (double) from * (index + 1) / to;
      return Taps.normalised(
          (int) Math.floor(begin),
          (int) Math.ceil(end),
          from,
          pixel -> Math.min(end, pixel + 1) - Math.max(begin, pixel));
    }
  },

  /**
   * The filter of {@link #BILINEAR} in the arithmetic of Pillow, so that images of bytes become the
   * bytes that {@code Image.resize} of Pillow makes of them with {@code Resampling.BILINEAR}; other
   * values are as with {@link #BILINEAR}.
   */
  BILINEAR_BYTES("bilinear-bytes") {
    @Override
    Taps taps(int from, int to, int index) {
      return BILINEAR.taps(from, to, index);
    }

    @Override
    Optional<ByteResampler> ofBytes() {
      return Optional.of(PillowBytes.BILINEAR);
    }
  },

  /**
   * Two pixels a direction, the nearest to the new pixel's centre, weighted by their distance
   * however far the image shrinks, so that it aliases: {@code INTER_LINEAR} of OpenCV. Images of
   * bytes become the bytes that OpenCV makes of them, halves rounded up.
   */
  BILINEAR_ALIASED("bilinear-aliased") {
    @Override
    Taps taps(int from, int to, int index) {
      double centre = (index + 0.5) * from / to;
      int pixel = (int) Math.floor(centre - 0.5);
      return Taps.normalised(
          pixel, pixel + 2, from, any -> Math.max(0, 1 - Math.abs(any + 0.5 - centre)));
    }

    @Override
    Optional<ByteResampler> ofBytes() {
      return Optional.of(new OpenCvBytes());
    }
  },

  /**
   * A sinc windowed by the middle of a wider one, three pixels far, or three times the factor by
   * which the image shrinks: {@code Resampling.LANCZOS} of Pillow, formerly called {@code
   * ANTIALIAS}. Images of bytes become the bytes that Pillow makes of them; other values that come
   * out of [0, 1], columns first, become 0 or 1.
   */
  LANCZOS("lanczos") {
    @Override
    Taps taps(int from, int to, int index) {
      double factor = (double) from / to;
      double reach = Math.max(factor, 1);
      double centre = (index + 0.5) * factor;
      return Taps.signed(
          (int) Math.floor(centre - 3 * reach),
          (int) Math.ceil(centre + 3 * reach),
          from,
          pixel -> PillowBytes.lanczos((pixel + 0.5 - centre) / reach));
    }

    @Override
    Optional<ByteResampler> ofBytes() {
      return Optional.of(PillowBytes.LANCZOS);
    }
  };

  private final String id;

  Interpolation(String id) {
    this.id = id;
  }

  /** The name used in params. */
  @Override
  public String id() {
    return id;
  }

  /** The old pixels of a line of {@code from} that make one of {@code to} new ones. */
  abstract Taps taps(int from, int to, int index);

  /** How images of bytes are resized, where that is not by {@link #taps}. */
  Optional<ByteResampler> ofBytes() {
    return Optional.empty();
  }

  /** All ids, for the validators of params; the default first. */
  public static String[] ids() {
    return Identified.ids(values());
  }

  /**
   * The interpolation with this id.
   *
   * @throws IllegalArgumentException for any other id; the message lists the valid ones
   */
  public static Interpolation of(String id) {
    return Identified.of("interpolation", values(), id);
  }
}
