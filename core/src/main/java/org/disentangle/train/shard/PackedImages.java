// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/**
 * A bounded chunk of packed images of one logical worker, all in one encoding, sorted by content
 * hash. Chunks are what the shuffle moves and what a shard is made of. The images themselves may
 * lie in the file of the worker already.
 */
public final class PackedImages implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Comparator<PackedImage> HASH_ORDER =
      Comparator.comparingLong(PackedImage::high).thenComparingLong(PackedImage::low);

  private final PixelEncoding encoding;

  /** Null once it is written. */
  private final byte[] data;

  private final long start;
  private final long[] hashes;

  /**
   * @param images at least one, all packed to the same length in this way; their order does not
   *     matter
   */
  PackedImages(PixelEncoding encoding, List<PackedImage> images) {
    this.encoding = encoding;
    int bytesPerImage = images.get(0).packed().length;
    start = -1;
    data = new byte[Math.multiplyExact(images.size(), bytesPerImage)];
    hashes = new long[2 * images.size()];
    List<PackedImage> sorted = images.stream().sorted(HASH_ORDER).toList();
    for (int i = 0; i < sorted.size(); i++) {
      PackedImage image = sorted.get(i);
      System.arraycopy(image.packed(), 0, data, i * bytesPerImage, bytesPerImage);
      hashes[2 * i] = image.high();
      hashes[2 * i + 1] = image.low();
    }
  }

  private PackedImages(PixelEncoding encoding, long start, long[] hashes) {
    this.encoding = encoding;
    this.data = null;
    this.start = start;
    this.hashes = hashes;
  }

  /** Writes the images; what is returned has their hashes and their place. */
  PackedImages writtenTo(ShardFile file) {
    return new PackedImages(encoding, startIn(file), hashes);
  }

  /**
   * Where the images begin in the file of their worker, to which they are written unless they are.
   */
  long startIn(ShardFile file) {
    return data == null ? start : file.append(data);
  }

  PixelEncoding encoding() {
    return encoding;
  }

  /** The packed images one after the other. */
  byte[] data() {
    return data;
  }

  /** Both halves of each image's hash in turn. */
  long[] hashes() {
    return hashes;
  }
}
