// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.Function2;
import org.disentangle.net.Engine;
import org.disentangle.net.supervised.LabelledBatch;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.MiniBatchOrder.BatchOrder;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The mini-batches of one worker in one round, made one by one as they are stepped. Which images
 * they hold follows from the seed, the worker and the iteration, as in the round loop.
 *
 * @param batch how a mini-batch is made
 * @param start iterations completed before the round
 * @param steps mini-batches of the round
 */
record RoundBatches(LabelledBatch batch, long seed, long start, int steps)
    implements Function2<Integer, Iterator<ImageShard>, Iterator<DataSet>> {

  @Override
  public Iterator<DataSet> call(Integer worker, Iterator<ImageShard> shards) {
    Engine.useOneThread();
    ImageShard shard = shards.next();
    BatchOrder order = new BatchOrder(seed, worker, shard.count(), batch.batchSize());
    return LongStream.range(start, start + steps)
        .mapToObj(iteration -> batch(shard, order, iteration))
        .iterator();
  }

  private DataSet batch(ImageShard shard, BatchOrder order, long iteration) {
    int size = batch.labelled().size();
    float[] joined = new float[batch.batchSize() * size];
    for (int position = 0; position < batch.batchSize(); position++) {
      shard.copy(order.imageAt(iteration, position), joined, position * size);
    }
    return batch.dataSet(joined);
  }
}
