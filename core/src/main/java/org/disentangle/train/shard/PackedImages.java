package org.disentangle.train.shard;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A bounded chunk of packed images of one logical worker, all in one encoding, sorted by content
 * hash and then by content. Chunks are what the shuffle moves and what a shard is made of.
 */
public final class PackedImages implements Serializable {

  private static final long serialVersionUID = 1L;

  /** One packed image with the two halves of its content hash. */
  record Image(long high, long low, byte[] packed) {}

  private static final Comparator<Image> CONTENT_ORDER =
      Comparator.comparingLong(Image::high)
          .thenComparingLong(Image::low)
          .thenComparing(Image::packed, Arrays::compare);

  private final PixelEncoding encoding;
  private final int bytesPerImage;
  private final byte[] data;
  private final long[] hashes;

  PackedImages(PixelEncoding encoding, int bytesPerImage, List<Image> images) {
    this.encoding = encoding;
    this.bytesPerImage = bytesPerImage;
    this.data = new byte[Math.multiplyExact(images.size(), bytesPerImage)];
    this.hashes = new long[2 * images.size()];
    List<Image> sorted = images.stream().sorted(CONTENT_ORDER).toList();
    for (int i = 0; i < sorted.size(); i++) {
      Image image = sorted.get(i);
      System.arraycopy(image.packed(), 0, data, i * bytesPerImage, bytesPerImage);
      hashes[2 * i] = image.high();
      hashes[2 * i + 1] = image.low();
    }
  }

  int count() {
    return hashes.length / 2;
  }

  PixelEncoding encoding() {
    return encoding;
  }

  byte[] data() {
    return data;
  }

  long high(int index) {
    return hashes[2 * index];
  }

  long low(int index) {
    return hashes[2 * index + 1];
  }

  /** Compares by hash, then encoding, then content: 0 only for equal images. */
  static int compare(PackedImages left, int i, PackedImages right, int j) {
    int byHigh = Long.compare(left.high(i), right.high(j));
    if (byHigh != 0) {
      return byHigh;
    }
    int byLow = Long.compare(left.low(i), right.low(j));
    if (byLow != 0) {
      return byLow;
    }
    int byEncoding = left.encoding.compareTo(right.encoding);
    if (byEncoding != 0) {
      return byEncoding;
    }
    int leftStart = i * left.bytesPerImage;
    int rightStart = j * right.bytesPerImage;
    return Arrays.compare(
        left.data,
        leftStart,
        leftStart + left.bytesPerImage,
        right.data,
        rightStart,
        rightStart + right.bytesPerImage);
  }
}
