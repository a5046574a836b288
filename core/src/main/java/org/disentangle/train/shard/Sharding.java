// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.HashPartitioner;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.error.InvalidInputException;
import org.disentangle.train.shard.ImageShard.ShardContents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * Spreads images over logical workers by their contents: the worker is the 128-bit Murmur3 hash of
 * the packed image modulo the number of workers, and within a worker images are sorted by hash. So
 * the same images in any row order, partitioning or cluster give the same shards. Images are packed
 * before the shuffle; equal images go to one worker.
 */
public final class Sharding {

  private static final Logger LOG = LoggerFactory.getLogger(Sharding.class);

  /**
   * A little under 4 MiB: with its header a chunk then fills whole heap regions of the collector.
   */
  private static final int LARGEST_CHUNK_BYTES = (4 << 20) - 1024;

  private static final int OPEN_CHUNKS_BYTES = 64 << 20;

  private Sharding() {}

  /**
   * Packs, shuffles and writes the images to the executors' local disks, partition p being logical
   * worker p. Close the result to remove them.
   *
   * @param images decoded images
   * @param pixelsPerImage values each image must have
   * @param batchSize images each worker needs at least
   * @param numWorkers logical workers, 1 or more
   * @throws IllegalArgumentException if there are no images, too few for a batch in some worker, or
   *     an image has another length
   */
  public static ShardedImages shard(
      JavaRDD<PackedImage> images, int pixelsPerImage, int batchSize, int numWorkers) {
    ShardFiles files = ShardFiles.of(images.context(), numWorkers);
    JavaRDD<PackedImages> chunks = chunks(images, pixelsPerImage, numWorkers, files);
    JavaRDD<ImageShard> kept =
        written(chunks, pixelsPerImage, files)
            .setName("packed training images")
            .persist(StorageLevel.MEMORY_ONLY());
    try {
      List<ShardContents> contents =
          kept.map(shard -> shard.contents().toArray()).collect().stream()
              .map(ShardContents::of)
              .toList();
      ShardContents all = contents.stream().reduce(ShardContents.EMPTY, ShardContents::plus);
      requireBatches(contents, all, batchSize);
      return new ShardedImages(
          kept, new LocalShards(kept.rdd(), chunks.rdd()).toJavaRDD(), all, files);
    } catch (Exception failure) {
      release(kept);
      files.close();
      throw refusalIn(failure);
    }
  }

  /** Packed images, those of logical worker p in partition p. */
  static JavaRDD<PackedImages> chunks(
      JavaRDD<PackedImage> images, int pixelsPerImage, int numWorkers, ShardFiles files) {
    int chunkBytes = Math.min(LARGEST_CHUNK_BYTES, OPEN_CHUNKS_BYTES / numWorkers);
    return images
        .mapPartitionsToPair(rows -> new ImagePacker(rows, pixelsPerImage, numWorkers, chunkBytes))
        .mapToPair(
            addressed ->
                new Tuple2<>(addressed._1(), files.toShuffle(addressed._1(), addressed._2())))
        .partitionBy(new HashPartitioner(numWorkers))
        .values();
  }

  /** Shards of packed images, each written where it is asked for. */
  static JavaRDD<ImageShard> written(
      JavaRDD<PackedImages> chunks, int pixelsPerImage, ShardFiles files) {
    return chunks.mapPartitionsWithIndex(
        (worker, ofWorker) ->
            List.of(ShardWriter.write(pixelsPerImage, ofWorker, files.of(worker))).iterator(),
        true);
  }

  private static void requireBatches(
      List<ShardContents> contents, ShardContents all, int batchSize) {
    if (all.count() == 0) {
      throw InvalidInputException.of(
          String.format(
              Locale.ROOT,
              "The data set to train on has no images; at least one batch of %d per worker is needed",
              batchSize));
    }
    long[] counts = contents.stream().mapToLong(ShardContents::count).toArray();
    for (int worker = 0; worker < counts.length; worker++) {
      if (counts[worker] < batchSize) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "Logical worker %d of %d gets %d images, fewer than one batch (batchSize = %d); the data set has %d images, %d of them distinct, and equal images go to one worker",
                worker,
                counts.length,
                counts[worker],
                batchSize,
                all.count(),
                all.distinct()),
            "Use fewer workers (numWorkers), a smaller batchSize, or more distinct images.");
      }
    }
    long largest = Arrays.stream(counts).max().orElseThrow();
    long smallest = Arrays.stream(counts).min().orElseThrow();
    if (largest > 2 * smallest && all.distinct() < all.count()) {
      LOG.warn(
          "Repeated images make the shards uneven: {} to {} images per worker, {} distinct of {}.",
          smallest,
          largest,
          all.distinct(),
          all.count());
    }
  }

  /**
   * Gives persisted data back: waits until every executor has removed the blocks, since a session
   * may end right after, and never fails: the result does not depend on it.
   */
  public static void release(JavaRDD<?> persisted) {
    try {
      persisted.unpersist(true);
    } catch (Exception e) {
      LOG.warn("The memory of {} was not released in time.", persisted.name(), e);
    }
  }

  /** What a task refused is the caller's own bad input, not a failure of the cluster. */
  private static RuntimeException refusalIn(Exception failure) {
    if (failure instanceof SparkException) {
      for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof InvalidInputException refusal) {
          return refusal.causedBy(failure);
        }
      }
    }
    return failure instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("Packing the training images failed.", failure);
  }

  /**
   * Turns a stream of images into packed chunks addressed to logical workers. At most one open
   * chunk a worker and encoding is held, so a partition of any size streams through bounded memory.
   */
  static final class ImagePacker implements Iterator<Tuple2<Integer, PackedImages>> {

    private static final PixelEncoding[] ENCODINGS = PixelEncoding.values();

    private final Iterator<PackedImage> images;
    private final int pixelsPerImage;
    private final int numWorkers;
    private final int chunkBytes;
    private final List<List<PackedImage>> open = new ArrayList<>();
    private final Queue<Tuple2<Integer, PackedImages>> ready = new ArrayDeque<>();

    ImagePacker(Iterator<PackedImage> images, int pixelsPerImage, int numWorkers, int chunkBytes) {
      this.images = images;
      this.pixelsPerImage = pixelsPerImage;
      this.numWorkers = numWorkers;
      this.chunkBytes = chunkBytes;
      for (int slot = 0; slot < numWorkers * ENCODINGS.length; slot++) {
        open.add(new ArrayList<>());
      }
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && images.hasNext()) {
        add(images.next());
      }
      if (ready.isEmpty()) {
        for (int slot = 0; slot < open.size(); slot++) {
          seal(slot);
        }
      }
      return !ready.isEmpty();
    }

    @Override
    public Tuple2<Integer, PackedImages> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void add(PackedImage image) {
      if (image.values() != pixelsPerImage) {
        throw InvalidInputException.of(
            String.format(
                Locale.ROOT,
                "An image to train on has %d values; the networks expect %d",
                image.values(),
                pixelsPerImage),
            "The images have another size or number of channels than the architecture.");
      }
      int worker = (int) Math.floorMod(image.high(), (long) numWorkers);
      int slot = worker * ENCODINGS.length + image.encoding().ordinal();
      List<PackedImage> chunk = open.get(slot);
      chunk.add(image);
      if ((chunk.size() + 1L) * image.packed().length > chunkBytes) {
        seal(slot);
      }
    }

    private void seal(int slot) {
      List<PackedImage> chunk = open.get(slot);
      if (!chunk.isEmpty()) {
        PixelEncoding encoding = ENCODINGS[slot % ENCODINGS.length];
        ready.add(new Tuple2<>(slot / ENCODINGS.length, new PackedImages(encoding, chunk)));
        open.set(slot, new ArrayList<>());
      }
    }
  }

  /** The shards of a training, partition p holding the one shard of logical worker p. */
  public static final class ShardedImages implements AutoCloseable {

    private final JavaRDD<ImageShard> kept;
    private final JavaRDD<ImageShard> shards;
    private final ShardContents contents;
    private final ShardFiles files;

    ShardedImages(
        JavaRDD<ImageShard> kept,
        JavaRDD<ImageShard> shards,
        ShardContents contents,
        ShardFiles files) {
      this.kept = kept;
      this.shards = shards;
      this.contents = contents;
      this.files = files;
    }

    public JavaRDD<ImageShard> shards() {
      return shards;
    }

    /** Images in all shards. */
    public long count() {
      return contents.count();
    }

    /** 32 hexadecimal digits that depend on the images alone, not on their order or the workers. */
    public String contentHash() {
      return contents.hash();
    }

    /** Both, to be kept with what is trained on them. */
    public DataFingerprint fingerprint() {
      return new DataFingerprint(count(), contentHash());
    }

    /** Removes the shards from all executors. */
    @Override
    public void close() {
      release(kept);
      files.close();
    }
  }
}
