// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.disentangle.estimator.TrainedClassifier;
import org.disentangle.net.NativeMemory;
import org.disentangle.net.NetworkState;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.train.shard.ImageShard;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.nd4j.linalg.dataset.DataSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains a classifier through dl4j-spark, round by round: every worker steps on its own shard, then
 * parameters and momentum are averaged. The result depends on the data, the settings and the number
 * of workers, not on the cluster.
 *
 * @param procedure network, optimiser and size of mini-batches
 * @param numWorkers workers, as many as the data has shards
 * @param averagingFrequency iterations of every worker between two averagings
 * @param seed where the initial weights and the order of the images come from
 */
public record SupervisedTraining(
    SupervisedProcedure procedure, int numWorkers, int averagingFrequency, long seed) {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedTraining.class);

  /**
   * Trains from fresh weights.
   *
   * @param data labelled images of the network's shape, one shard a worker
   * @param iterations mini-batches of every worker
   * @return with mean cross entropy of the workers' last mini-batches as losses
   * @throws IllegalStateException if the loss becomes NaN or infinite
   */
  public TrainedClassifier run(ShardedImages data, int iterations) {
    JavaRDD<ImageShard> shards = data.shards();
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(shards.context());
    ComputationGraph graph = procedure.graph(seed);
    List<Double> losses = new ArrayList<>();
    for (int done = 0; done < iterations; ) {
      int steps = Math.min(averagingFrequency, iterations - done);
      graph = round(spark, graph, shards, done, steps, losses);
      done += steps;
      LOG.info("Iteration {} of {}: loss {}.", done, iterations, losses.get(losses.size() - 1));
    }
    float[] parameters = graph.params().toFloatVector();
    NativeMemory.free(graph);
    return new TrainedClassifier(new NetworkState(parameters, new float[0], iterations), losses);
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
            spark,
            graph,
            new OrderedAveragingMaster(numWorkers, procedure.batchSize(), steps, seed));
    JavaRDD<DataSet> batches =
        shards.mapPartitionsWithIndex(
            new RoundBatches(procedure.batch(), seed, start, steps), true);
    ComputationGraph averaged = distributed.fit(batches);
    double loss = distributed.getScore();
    if (!Double.isFinite(loss)) {
      throw TrainedClassifier.diverged(start + steps, null);
    }
    losses.add(loss);
    return averaged;
  }
}
