// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * The images of one logical worker, packed without loss: one bit a value where an image has only 0
 * and 1, one byte where all values are k/255, else one float. The images stay in blocks of a few
 * megabytes, so a shard may be larger than 2 GB; their order depends on their contents alone.
 */
public final class ImageShard implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int pixelsPerImage;
  private final byte[][] blocks;
  private final PixelEncoding[] encodings;

  /** Block number and index within the block of each image, in content order. */
  private final long[] places;

  /** As {@link ShardContents#toArray}. */
  private final long[] contents;

  private ImageShard(
      int pixelsPerImage, List<PackedImages> chunks, long[] places, ShardContents contents) {
    this.pixelsPerImage = pixelsPerImage;
    this.blocks = chunks.stream().map(PackedImages::data).toArray(byte[][]::new);
    this.encodings = chunks.stream().map(PackedImages::encoding).toArray(PixelEncoding[]::new);
    this.places = places;
    this.contents = contents.toArray();
  }

  /** Merges sorted chunks; the result does not depend on how images were spread over chunks. */
  public static ImageShard merge(int pixelsPerImage, Iterator<PackedImages> sortedChunks) {
    List<PackedImages> chunks = new ArrayList<>();
    sortedChunks.forEachRemaining(chunks::add);
    PriorityQueue<Cursor> cursors = new PriorityQueue<>(Math.max(1, chunks.size()));
    long total = 0;
    for (int block = 0; block < chunks.size(); block++) {
      cursors.add(new Cursor(chunks.get(block), block));
      total += chunks.get(block).count();
    }
    long[] places = new long[Math.toIntExact(total)];
    long distinct = 0;
    long high = 0;
    long low = 0;
    PackedImages lastChunk = null;
    int lastIndex = 0;
    for (int i = 0; i < places.length; i++) {
      Cursor first = cursors.remove();
      if (lastChunk == null
          || PackedImages.compare(lastChunk, lastIndex, first.chunk, first.index) != 0) {
        distinct++;
      }
      high += first.chunk.high(first.index);
      low += first.chunk.low(first.index);
      places[i] = ((long) first.block << Integer.SIZE) | first.index;
      lastChunk = first.chunk;
      lastIndex = first.index;
      if (++first.index < first.chunk.count()) {
        cursors.add(first);
      }
    }
    return new ImageShard(
        pixelsPerImage, chunks, places, new ShardContents(total, distinct, high, low));
  }

  /** Number of images. */
  public int count() {
    return places.length;
  }

  /** Values per image. */
  public int pixelsPerImage() {
    return pixelsPerImage;
  }

  /**
   * Unpacks one image, values in [0, 1].
   *
   * @param index 0 to {@code count() - 1}, in content order
   * @param into where its values go, from {@code offset} on
   */
  public void copy(int index, float[] into, int offset) {
    long place = places[index];
    int block = (int) (place >>> Integer.SIZE);
    PixelEncoding encoding = encodings[block];
    int start = (int) place * encoding.bytesPerImage(pixelsPerImage);
    encoding.unpack(blocks[block], start, into, offset, pixelsPerImage);
  }

  /** One value of one image; see {@link #copy}. */
  public float value(int index, int position) {
    long place = places[index];
    int block = (int) (place >>> Integer.SIZE);
    PixelEncoding encoding = encodings[block];
    int start = (int) place * encoding.bytesPerImage(pixelsPerImage);
    return encoding.value(blocks[block], start, position);
  }

  public ShardContents contents() {
    return ShardContents.of(contents);
  }

  private static final class Cursor implements Comparable<Cursor> {
    private final PackedImages chunk;
    private final int block;
    private int index;

    private Cursor(PackedImages chunk, int block) {
      this.chunk = chunk;
      this.block = block;
    }

    @Override
    public int compareTo(Cursor other) {
      return PackedImages.compare(chunk, index, other.chunk, other.index);
    }
  }

  /**
   * A bounded chunk of packed images of one logical worker, all in one encoding, sorted by content
   * hash and then by content. Chunks are what the shuffle moves and what a shard is made of.
   */
  public static final class PackedImages implements Serializable {

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

  /**
   * What a set of images holds, whatever their order: counts, and the sum of the 128-bit content
   * hashes taken as two 64-bit halves.
   *
   * @param count images
   * @param distinct images that differ from one another
   * @param high sum of the first halves of the hashes
   * @param low sum of the second halves of the hashes
   */
  record ShardContents(long count, long distinct, long high, long low) {

    static final ShardContents EMPTY = new ShardContents(0, 0, 0, 0);

    ShardContents plus(ShardContents other) {
      return new ShardContents(
          count + other.count, distinct + other.distinct, high + other.high, low + other.low);
    }

    String hash() {
      return String.format(Locale.ROOT, "%016x%016x", high, low);
    }

    long[] toArray() {
      return new long[] {count, distinct, high, low};
    }

    static ShardContents of(long[] values) {
      return new ShardContents(values[0], values[1], values[2], values[3]);
    }
  }
}
