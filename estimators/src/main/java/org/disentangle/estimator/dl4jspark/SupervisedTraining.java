// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.NetworkState;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a classifier through dl4j-spark, round by round: every worker steps on its own shard, then
 * parameters and momentum are averaged. The result depends on the data, the settings and the number
 * of workers, not on the cluster.
 *
 * @param network the architecture
 * @param descent the optimiser
 * @param numWorkers workers, as many as the data has shards
 * @param averagingFrequency iterations of every worker between two averagings
 * @param batchSize images per mini-batch
 * @param seed where the initial weights and the order of the images come from
 */
public record SupervisedTraining(
    ClassifierNetwork network,
    MomentumSettings descent,
    int numWorkers,
    int averagingFrequency,
    int batchSize,
    long seed) {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedTraining.class);

  /**
   * What training gives.
   *
   * @param state the weights, without optimiser state
   * @param losses mean cross entropy of the workers' last mini-batches, by round
   */
  public record Result(NetworkState state, List<Double> losses) {}

  /**
   * Trains from fresh weights.
   *
   * @param data labelled images of the network's shape, one shard a worker
   * @param iterations mini-batches of every worker
   * @throws IllegalStateException if the loss becomes NaN or infinite
   */
  public Result run(ShardedImages data, int iterations) {
    JavaRDD<ImageShard> shards = data.shards();
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(shards.context());
    ComputationGraph graph = GraphBuilder.build(network, DataType.FLOAT, seed, descent.updater());
    List<Double> losses = new ArrayList<>();
    for (int done = 0; done < iterations; ) {
      int steps = Math.min(averagingFrequency, iterations - done);
      graph = round(spark, graph, shards, done, steps, losses);
      done += steps;
      LOG.info("Iteration {} of {}: loss {}.", done, iterations, losses.get(losses.size() - 1));
    }
    float[] parameters = graph.params().toFloatVector();
    NativeMemory.free(graph);
    return new Result(new NetworkState(parameters, new float[0], iterations), losses);
  }

  private ComputationGraph round(
      JavaSparkContext spark,
      ComputationGraph graph,
      JavaRDD<ImageShard> shards,
      int start,
      int steps,
      List<Double> losses) {
    SparkComputationGraph distributed =
        new SparkComputationGraph(
            spark, graph, new OrderedAveragingMaster(numWorkers, batchSize, steps, seed));
    LabelledPixels labelled = new LabelledPixels(network.imageShape().size(), network.numClasses());
    JavaRDD<DataSet> batches =
        shards.mapPartitionsWithIndex(
            new RoundBatches(network.imageShape(), labelled, batchSize, seed, start, steps), true);
    ComputationGraph averaged = distributed.fit(batches);
    double loss = distributed.getScore();
    if (!Double.isFinite(loss)) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "Training diverged: the loss is %s by iteration %d.%nLower the learning rate.",
              loss,
              start + steps));
    }
    losses.add(loss);
    return averaged;
  }
}
