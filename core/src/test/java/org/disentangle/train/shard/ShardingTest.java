// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.disentangle.error.InvalidInputException;
import org.disentangle.testing.QuietSpark;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.shard.ImageShard.ShardContents;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShardingTest {

  private static final int PIXELS = ToyProcedure.PIXELS;

  /** What tasks leave here: tests' executors are in this JVM. */
  private static final Queue<ImageShard> SEEN = new ConcurrentLinkedQueue<>();

  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    spark = JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
  }

  private static List<List<String>> texts(ShardedImages data) {
    return data.shards()
        .map(
            shard -> {
              List<String> images = new ArrayList<>();
              float[] image = new float[shard.pixelsPerImage()];
              for (int i = 0; i < shard.count(); i++) {
                shard.copy(i, image, 0);
                images.add(Arrays.toString(image));
              }
              return images;
            })
        .collect();
  }

  private static ShardedImages shard(JavaRDD<float[]> images, int numWorkers) {
    return Sharding.shard(
        images.map(PackedImage::ofValues), PIXELS, ToyProcedure.BATCH, numWorkers);
  }

  private static String refusal(JavaRDD<float[]> images, int numWorkers) {
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      InvalidInputException refusal =
          assertThrows(InvalidInputException.class, () -> shard(images, numWorkers));
      return refusal.getMessage();
    }
  }

  @Test
  void shardsDependOnTheImagesAlone() {
    List<float[]> images = ToyImages.list(300);
    try (ShardedImages one = shard(spark.parallelize(images, 1), 3);
        ShardedImages other = shard(spark.parallelize(ToyImages.shuffled(images, 5), 7), 3)) {
      assertEquals(3, one.shards().getNumPartitions());
      assertEquals(texts(one), texts(other));
      assertEquals(300, texts(one).stream().mapToInt(List::size).sum());
      assertEquals(one.contentHash(), other.contentHash());
    }
  }

  @Test
  void contentHashIgnoresTheNumberOfWorkersButNoImage() {
    List<float[]> images = ToyImages.list(100);
    List<float[]> changed = new ArrayList<>(images);
    float[] last = changed.remove(99).clone();
    last[PIXELS - 1] = 0.123f;
    changed.add(last);
    try (ShardedImages one = shard(spark.parallelize(images), 1);
        ShardedImages two = shard(spark.parallelize(images), 2);
        ShardedImages otherwise = shard(spark.parallelize(changed), 2)) {
      assertEquals(one.contentHash(), two.contentHash());
      assertNotEquals(two.contentHash(), otherwise.contentHash());
    }
  }

  @Test
  void closingClosesTheShards() {
    int before = spark.getPersistentRDDs().size();
    ShardedImages data = shard(ToyImages.rdd(spark, 50, 2), 2);
    SEEN.clear();
    data.shards().foreach(shard -> SEEN.add(shard));
    assertEquals(2, SEEN.size());
    SEEN.forEach(shard -> shard.copy(0, new float[PIXELS], 0));
    data.close();
    assertEquals(before, spark.getPersistentRDDs().size());
    for (ImageShard shard : SEEN) {
      assertThrows(UncheckedIOException.class, () -> shard.copy(0, new float[PIXELS], 0));
    }
  }

  /** Tests have a local master. */
  @Test
  void theShuffleOfALocalMasterHasNoImages() {
    try (ShardFiles files = ShardFiles.of(spark.sc(), 2)) {
      JavaRDD<PackedImages> chunks =
          Sharding.chunks(ToyImages.rdd(spark, 60, 3).map(PackedImage::ofValues), PIXELS, 2, files);
      assertEquals(0, chunks.filter(chunk -> chunk.data() != null).count());
      assertEquals(60, chunks.map(chunk -> chunk.hashes().length / 2).reduce(Integer::sum));
    }
  }

  /** Shards that Spark keeps as bytes arrive in every task as if from another JVM. */
  @Test
  void aTaskFarFromItsShardWritesOneOfItsOwn() {
    ShardFiles files = ShardFiles.whereTrained();
    JavaRDD<PackedImages> chunks =
        Sharding.chunks(ToyImages.rdd(spark, 60, 3).map(PackedImage::ofValues), PIXELS, 2, files);
    JavaRDD<ImageShard> kept =
        Sharding.written(chunks, PIXELS, files).persist(StorageLevel.MEMORY_ONLY_SER());
    kept.count();
    ShardedImages far =
        new ShardedImages(
            kept,
            new LocalShards(kept.rdd(), chunks.rdd()).toJavaRDD(),
            ShardContents.EMPTY,
            files);
    try (far;
        ShardedImages near = shard(ToyImages.rdd(spark, 60, 3), 2)) {
      assertFalse(kept.map(ImageShard::isHere).collect().contains(true));
      SEEN.clear();
      far.shards().foreach(shard -> SEEN.add(shard));
      assertEquals(texts(near), texts(far));
      for (ImageShard shard : SEEN) {
        assertThrows(UncheckedIOException.class, () -> shard.copy(0, new float[PIXELS], 0));
      }
    }
  }

  @Test
  void refusesNoImages() {
    assertTrue(refusal(spark.emptyRDD(), 2).contains("has no images"));
  }

  @Test
  void refusesTooFewImagesAndReleasesTheShards() {
    int before = spark.getPersistentRDDs().size();
    String message = refusal(ToyImages.rdd(spark, 9, 2), 8);
    assertTrue(message.startsWith("Logical worker "), message);
    assertTrue(message.contains("batchSize = 4") && message.contains("fewer workers"), message);
    assertEquals(before, spark.getPersistentRDDs().size());
  }

  @Test
  void namesRepeatedImagesAsTheReason() {
    float[] image = ToyImages.list(1).get(0);
    String message = refusal(spark.parallelize(Collections.nCopies(1000, image)), 2);
    assertTrue(message.contains("gets 0 images"), message);
    assertTrue(message.contains("1000 images, 1 of them distinct"), message);
  }

  @Test
  void aSingleWorkerTakesRepeatedImages() {
    float[] image = ToyImages.list(1).get(0);
    JavaRDD<float[]> images = spark.parallelize(Collections.nCopies(10, image), 3);
    try (ShardedImages data = shard(images, 1)) {
      assertEquals(Collections.nCopies(10, Arrays.toString(image)), texts(data).get(0));
    }
  }

  @Test
  void refusesImagesOfAnotherLength() {
    List<float[]> images = new ArrayList<>(ToyImages.list(20));
    images.set(13, new float[PIXELS + 1]);
    assertTrue(
        refusal(spark.parallelize(images), 2).startsWith("An image to train on has 13 values"));
  }

  @Test
  void refusesMissingValues() {
    List<float[]> images = new ArrayList<>(ToyImages.list(20));
    images.set(13, images.get(13).clone());
    images.get(13)[4] = Float.NaN;
    assertTrue(refusal(spark.parallelize(images), 2).contains("NaN at position 4"));
  }
}
