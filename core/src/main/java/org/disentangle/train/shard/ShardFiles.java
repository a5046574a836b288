// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.io.Closeable;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files to which the images of one training are written, a file per logical worker.
 *
 * <p>With executors, images travel through a shuffle to whoever trains with them and are written
 * there. A local master has all tasks in one JVM: whoever packs images writes them to the file of
 * their worker, and only their hashes and places go through the shuffle. So images are written to
 * disk once instead of three times, and are neither serialised nor compressed.
 */
abstract class ShardFiles implements Serializable, Closeable {

  private static final long serialVersionUID = 1L;

  private static final Logger LOG = LoggerFactory.getLogger(ShardFiles.class);

  /** Files as the master of the context needs them, open until {@link #close}. */
  static ShardFiles of(SparkContext spark, int numWorkers) {
    return spark.isLocal() ? InThisJvm.open(numWorkers) : new WhereTrained();
  }

  /** Files of executors: each is opened, written and closed where its worker trains. */
  static ShardFiles whereTrained() {
    return new WhereTrained();
  }

  /**
   * What a chunk of a worker's images is in the shuffle. The images may have been written by then.
   */
  abstract PackedImages toShuffle(int worker, PackedImages chunk);

  /** The file of a worker, to which chunks from the shuffle are to be written unless they are. */
  abstract ShardFile of(int worker) throws IOException;

  /** Gives back the disk space that shards themselves do not give back. */
  @Override
  public abstract void close();

  private static final class WhereTrained extends ShardFiles {

    private static final long serialVersionUID = 1L;

    @Override
    PackedImages toShuffle(int worker, PackedImages chunk) {
      return chunk;
    }

    @Override
    ShardFile of(int worker) throws IOException {
      return ShardFile.onLocalDisk();
    }

    @Override
    public void close() {}
  }

  /** Found again by tasks, which have a copy of this object, through its key. */
  private static final class InThisJvm extends ShardFiles {

    private static final long serialVersionUID = 1L;

    private static final Map<String, List<ShardFile>> OPEN = new ConcurrentHashMap<>();

    private final String key = UUID.randomUUID().toString();

    static InThisJvm open(int numWorkers) {
      InThisJvm files = new InThisJvm();
      OPEN.put(files.key, IntStream.range(0, numWorkers).mapToObj(worker -> newShared()).toList());
      return files;
    }

    private static ShardFile newShared() {
      try {
        return ShardFile.sharedOnLocalDisk();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    PackedImages toShuffle(int worker, PackedImages chunk) {
      return chunk.writtenTo(of(worker));
    }

    @Override
    ShardFile of(int worker) {
      return OPEN.get(key).get(worker);
    }

    @Override
    public void close() {
      List<ShardFile> files = OPEN.remove(key);
      if (files != null) {
        files.forEach(InThisJvm::remove);
      }
    }

    /** Does not fail: no result depends on it. */
    private static void remove(ShardFile file) {
      try {
        file.remove();
      } catch (IOException e) {
        LOG.warn("A file of packed training images was not closed.", e);
      }
    }
  }
}
