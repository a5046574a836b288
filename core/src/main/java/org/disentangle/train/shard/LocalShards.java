// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.shard;

import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.OneToOneDependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.util.TaskCompletionListener;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/**
 * Shards as tasks use them: always with images. A task that runs where its shard is takes that one,
 * and Spark prefers to run it there. A task that runs elsewhere, because that executor was busy for
 * too long, gets the kept shard without its images; it writes a shard of its own from the shuffle
 * and closes it when it ends.
 */
final class LocalShards extends RDD<ImageShard> {

  private static final long serialVersionUID = 1L;

  private final RDD<ImageShard> kept;

  /**
   * @param kept shards that Spark keeps
   * @param chunks what it makes them of
   */
  LocalShards(RDD<ImageShard> kept, RDD<PackedImages> chunks) {
    super(
        kept.context(),
        JavaConverters.asScalaBuffer(
                List.<Dependency<?>>of(
                    new OneToOneDependency<>(kept), new OneToOneDependency<>(chunks)))
            .toSeq(),
        ClassTag$.MODULE$.apply(ImageShard.class));
    this.kept = kept;
  }

  @Override
  public Partition[] getPartitions() {
    return kept.partitions();
  }

  /** Does not ask the kept one for an end: Spark keeps a block that is being read. */
  @Override
  public Iterator<ImageShard> compute(Partition worker, TaskContext task) {
    ImageShard shard = kept.iterator(worker, task).next();
    if (!shard.isHere()) {
      ImageShard own = kept.compute(worker, task).next();
      task.addTaskCompletionListener((TaskCompletionListener) ended -> own.close());
      shard = own;
    }
    return JavaConverters.asScalaIterator(List.of(shard).iterator());
  }
}
