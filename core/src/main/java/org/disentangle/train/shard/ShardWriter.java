// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.disentangle.train.shard.ImageShard.ShardContents;

/**
 * Writes the chunks of one logical worker to a file in the order in which they come, unless they
 * lie there already, and then finds the order of the images' contents: by hash, then encoding, then
 * packed bytes. Only hashes and places are held, 24 bytes per image; the result does not depend on
 * how images were spread over chunks.
 */
final class ShardWriter {

  private final int pixelsPerImage;
  private final ShardFile file;
  private final List<Run> runs = new ArrayList<>();
  private long[] places;
  private long distinct;

  private ShardWriter(int pixelsPerImage, ShardFile file) {
    this.pixelsPerImage = pixelsPerImage;
    this.file = file;
  }

  /** Makes a shard of chunks; the file is the shard's, and closed if this fails. */
  static ImageShard write(int pixelsPerImage, Iterator<PackedImages> chunks, ShardFile file)
      throws IOException {
    try {
      return new ShardWriter(pixelsPerImage, file).write(chunks);
    } catch (IOException | RuntimeException | Error failure) {
      file.close();
      throw failure;
    }
  }

  private ImageShard write(Iterator<PackedImages> chunks) throws IOException {
    long total = 0;
    while (chunks.hasNext()) {
      PackedImages chunk = chunks.next();
      int bytesPerImage = chunk.encoding().bytesPerImage(pixelsPerImage);
      long start = chunk.startIn(file);
      runs.add(new Run(chunk.encoding(), bytesPerImage, start, chunk.hashes()));
      total += chunk.hashes().length / 2;
    }
    places = new long[Math.toIntExact(total)];
    ShardContents contents = merge();
    return new ImageShard(pixelsPerImage, file, places, contents);
  }

  private ShardContents merge() throws IOException {
    PriorityQueue<Run> heads = new PriorityQueue<>(Math.max(1, runs.size()));
    heads.addAll(runs);
    long highs = 0;
    long lows = 0;
    long high = 0;
    long low = 0;
    int first = 0;
    for (int i = 0; i < places.length; i++) {
      Run head = heads.remove();
      if (i > 0 && (head.high() != high || head.low() != low)) {
        settle(first, i);
        first = i;
      }
      high = head.high();
      low = head.low();
      highs += high;
      lows += low;
      places[i] = head.place();
      if (head.advance()) {
        heads.add(head);
      }
    }
    if (places.length > 0) {
      settle(first, places.length);
    }
    return new ShardContents(places.length, distinct, highs, lows);
  }

  /** Counts images of one hash, nearly always equal ones, and puts them in order if they differ. */
  private void settle(int from, int to) throws IOException {
    distinct++;
    byte[] one = to - from > 1 ? read(places[from]) : null;
    for (int i = from + 1; i < to; i++) {
      if (ImagePlace.encoding(places[i]) != ImagePlace.encoding(places[from])
          || !Arrays.equals(one, read(places[i]))) {
        sort(from, to);
        return;
      }
    }
  }

  private void sort(int from, int to) throws IOException {
    Long[] group = new Long[to - from];
    Arrays.setAll(group, i -> places[from + i]);
    Arrays.sort(group, this::compare);
    for (int i = 0; i < group.length; i++) {
      places[from + i] = group[i];
      distinct += i > 0 && compare(group[i - 1], group[i]) != 0 ? 1 : 0;
    }
  }

  private int compare(long left, long right) {
    int byEncoding = ImagePlace.encoding(left).compareTo(ImagePlace.encoding(right));
    try {
      return byEncoding != 0 ? byEncoding : Arrays.compare(read(left), read(right));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(long place) throws IOException {
    byte[] packed = new byte[ImagePlace.encoding(place).bytesPerImage(pixelsPerImage)];
    file.read(ImagePlace.start(place), packed, packed.length);
    return packed;
  }

  /** Where an image begins in the file, and how it is packed, in one number. */
  static final class ImagePlace {

    private static final PixelEncoding[] ENCODINGS = PixelEncoding.values();
    private static final int ENCODING_BITS = 2;

    private ImagePlace() {}

    static long of(long start, PixelEncoding encoding) {
      return start << ENCODING_BITS | encoding.ordinal();
    }

    static long start(long place) {
      return place >>> ENCODING_BITS;
    }

    static PixelEncoding encoding(long place) {
      return ENCODINGS[(int) place & ((1 << ENCODING_BITS) - 1)];
    }
  }

  /** A chunk in the file, and how far the merge has come in it. */
  private static final class Run implements Comparable<Run> {
    private final PixelEncoding encoding;
    private final int bytesPerImage;
    private final long start;
    private final long[] hashes;
    private int index;

    private Run(PixelEncoding encoding, int bytesPerImage, long start, long[] hashes) {
      this.encoding = encoding;
      this.bytesPerImage = bytesPerImage;
      this.start = start;
      this.hashes = hashes;
    }

    private long high() {
      return hashes[2 * index];
    }

    private long low() {
      return hashes[2 * index + 1];
    }

    private long place() {
      return ImagePlace.of(start + (long) index * bytesPerImage, encoding);
    }

    /** Whether there is another image. */
    private boolean advance() {
      return 2 * ++index < hashes.length;
    }

    @Override
    public int compareTo(Run other) {
      int byHigh = Long.compare(high(), other.high());
      return byHigh != 0 ? byHigh : Long.compare(low(), other.low());
    }
  }
}
