// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.spark.util.KnownSizeEstimation;
import org.disentangle.train.shard.ShardWriter.ImagePlace;

/**
 * The images of one logical worker, packed without loss: one bit a value where an image has only 0
 * and 1, one byte where all values are k/255, else one float. They lie in a file on the executor's
 * local disk, and the heap holds eight bytes per image: where each begins, in the order of their
 * contents. Spark's block store keeps a shard and closes it when it lets go of it.
 *
 * <p>In a JVM other than the one that wrote it a shard has its {@link #contents} and no images.
 */
public final class ImageShard implements AutoCloseable, KnownSizeEstimation, Serializable {

  private static final long serialVersionUID = 1L;

  /** Of the object itself; also what an empty shard may not be less than. */
  private static final long OBJECT_BYTES = 256;

  private final int pixelsPerImage;

  /** As {@link ShardContents#toArray}. */
  private final long[] contents;

  /** Null in other JVMs, like the places. */
  private final transient ShardFile file;

  /** An {@link ImagePlace} per image, in content order. */
  private final transient long[] places;

  /** One image as it lies in the file. */
  private transient byte[] packed = new byte[0];

  /** One value of each image, and which. */
  private transient float[] column;

  private transient int columnPosition;

  ImageShard(int pixelsPerImage, ShardFile file, long[] places, ShardContents contents) {
    this.pixelsPerImage = pixelsPerImage;
    this.file = file;
    this.places = places;
    this.contents = contents.toArray();
  }

  /** Whether the images are on a disk of this JVM. */
  boolean isHere() {
    return file != null;
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
   * Reads and unpacks one image, values in [0, 1].
   *
   * @param index 0 to {@code count() - 1}, in content order
   * @param into where its values go, from {@code offset} on
   * @throws UncheckedIOException if the disk fails, or the shard is closed
   */
  public synchronized void copy(int index, float[] into, int offset) {
    read(index).unpack(packed, 0, into, offset, pixelsPerImage);
  }

  /**
   * One value of every image in content order. The last answer is kept, so that asking again reads
   * nothing; do not change it.
   *
   * @param position which value, 0 to {@code pixelsPerImage() - 1}
   */
  public synchronized float[] column(int position) {
    if (column == null || columnPosition != position) {
      float[] values = new float[places.length];
      for (int index = 0; index < values.length; index++) {
        values[index] = read(index).value(packed, 0, position);
      }
      column = values;
      columnPosition = position;
    }
    return column;
  }

  private PixelEncoding read(int index) {
    PixelEncoding encoding = ImagePlace.encoding(places[index]);
    int bytes = encoding.bytesPerImage(pixelsPerImage);
    if (packed.length < bytes) {
      packed = new byte[bytes];
    }
    try {
      file.read(ImagePlace.start(places[index]), packed, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          String.format(
              Locale.ROOT, "Image %d of %d of a shard cannot be read", index, places.length),
          e);
    }
    return encoding;
  }

  public ShardContents contents() {
    return ShardContents.of(contents);
  }

  /** Bytes on the heap. */
  @Override
  public long estimatedSize() {
    return OBJECT_BYTES + (long) Long.BYTES * places.length;
  }

  /** Gives the disk space back. */
  @Override
  public void close() {
    try {
      if (isHere()) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
