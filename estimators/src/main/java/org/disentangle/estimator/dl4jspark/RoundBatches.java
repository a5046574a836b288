// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.Function2;
import org.disentangle.image.ImageShape;
import org.disentangle.net.Engine;
import org.disentangle.net.LabelledPixels;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.MiniBatchOrder.BatchOrder;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The mini-batches of one worker in one round, made one by one as they are stepped. Which images
 * they hold follows from the seed, the worker and the iteration, as in the round loop.
 *
 * @param shape shape of the images
 * @param labelled how labels lie with the pixels
 * @param start iterations completed before the round
 * @param steps mini-batches of the round
 */
record RoundBatches(
    ImageShape shape, LabelledPixels labelled, int batchSize, long seed, long start, int steps)
    implements Function2<Integer, Iterator<ImageShard>, Iterator<DataSet>> {

  @Override
  public Iterator<DataSet> call(Integer worker, Iterator<ImageShard> shards) {
    Engine.useOneThread();
    ImageShard shard = shards.next();
    BatchOrder order = new BatchOrder(seed, worker, shard.count(), batchSize);
    return LongStream.range(start, start + steps)
        .mapToObj(iteration -> batch(shard, order, iteration))
        .iterator();
  }

  private DataSet batch(ImageShard shard, BatchOrder order, long iteration) {
    float[] joined = new float[batchSize * labelled.size()];
    for (int position = 0; position < batchSize; position++) {
      shard.copy(order.imageAt(iteration, position), joined, position * labelled.size());
    }
    return dataSet(joined);
  }

  /** The labelled images of a mini-batch as DL4J takes them: pixels, and one-hot labels. */
  DataSet dataSet(float[] joined) {
    float[] pixels = new float[batchSize * labelled.numPixels()];
    float[] oneHot = new float[batchSize * labelled.numClasses()];
    for (int image = 0; image < batchSize; image++) {
      int from = image * labelled.size();
      System.arraycopy(joined, from, pixels, image * labelled.numPixels(), labelled.numPixels());
      oneHot[image * labelled.numClasses() + labelled.labelOf(joined, from)] = 1;
    }
    return new DataSet(
        Nd4j.createFromArray(pixels)
            .reshape(batchSize, shape.channels(), shape.height(), shape.width()),
        Nd4j.createFromArray(oneHot).reshape(batchSize, labelled.numClasses()));
  }
}
