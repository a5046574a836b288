// SPDX-License-Identifier: Apache-2.0
package org.disentangle.model;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.util.AccumulatorV2;

/**
 * Which images tasks have left out. An image that several tasks or jobs meet counts once: images
 * are known by their file, or by partition and row where no file is named.
 */
final class SkippedImages extends AccumulatorV2<SkippedImages, Long> {

  private static final long serialVersionUID = 1;

  /** 64 bits of a digest each, so that many cost little. */
  private final Set<Long> images = new HashSet<>();

  private String firstImage;
  private String first;

  /**
   * Counts one image.
   *
   * @param image what it is known by
   * @param reason why it is left out
   */
  void add(String image, String reason) {
    byte[] text = image.getBytes(StandardCharsets.UTF_8);
    images.add(UUID.nameUUIDFromBytes(text).getMostSignificantBits());
    first(image, reason);
  }

  /** The first by name, whichever task ends first. */
  private void first(String image, String reason) {
    if (firstImage == null || image.compareTo(firstImage) < 0) {
      firstImage = image;
      first = reason;
    }
  }

  /** Why the first of them, by name, was left out; null while there is none. */
  String first() {
    return first;
  }

  @Override
  public Long value() {
    return (long) images.size();
  }

  @Override
  public boolean isZero() {
    return images.isEmpty();
  }

  @Override
  public SkippedImages copy() {
    SkippedImages copy = new SkippedImages();
    copy.merge(this);
    return copy;
  }

  @Override
  public void reset() {
    images.clear();
    firstImage = null;
    first = null;
  }

  @Override
  public void add(SkippedImages other) {
    images.addAll(other.images);
    if (other.firstImage != null) {
      first(other.firstImage, other.first);
    }
  }

  @Override
  public void merge(AccumulatorV2<SkippedImages, Long> other) {
    add((SkippedImages) other);
  }
}
