package org.disentangle.train.shard;

import org.apache.spark.api.java.JavaRDD;

/** Persisted shards, partition p holding the one shard of logical worker p. */
public final class ShardedImages implements AutoCloseable {

  private final JavaRDD<ImageShard> shards;
  private final ShardContents contents;

  public ShardedImages(JavaRDD<ImageShard> shards, ShardContents contents) {
    this.shards = shards;
    this.contents = contents;
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

  /** Releases the shards' memory and disk space. */
  @Override
  public void close() {
    Released.of(shards);
  }
}
