// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaRDDLike;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.disentangle.net.NetworkState;
import org.disentangle.net.TrainingState;
import org.disentangle.train.averaging.Averaging;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import scala.Tuple2;

/**
 * dl4j-spark's master for one round at a time: each RDD it is given holds the mini-batches of one
 * round, partition p those of worker p in order. It neither counts nor splits nor moves them, keeps
 * them in memory only as a worker steps, and adds the workers' results up in worker order, where
 * the master it extends adds them in the order in which tasks end.
 */
final class OrderedAveragingMaster extends ParameterAveragingTrainingMaster {

  private static final String NETWORK = "classifier";

  private final int numWorkers;
  private final int steps;

  /**
   * @param batchSize images of a mini-batch
   * @param steps mini-batches of every worker in a round
   */
  OrderedAveragingMaster(int numWorkers, int batchSize, int steps, long seed) {
    super(builder(numWorkers, batchSize, steps, seed));
    this.numWorkers = numWorkers;
    this.steps = steps;
  }

  /** The settings that make a round of what it is given. */
  static Builder builder(int numWorkers, int batchSize, int steps, long seed) {
    return new Builder(numWorkers, batchSize)
        .batchSizePerWorker(batchSize)
        .averagingFrequency(steps)
        .workerPrefetchNumBatches(0)
        .saveUpdater(true)
        .repartionData(Repartition.Never)
        .rddTrainingApproach(RDDTrainingApproach.Direct)
        .storageLevel(null)
        .rngSeed(seed);
  }

  @Override
  protected <T, R extends JavaRDDLike<T, R>> long getTotalDataSetObjectCount(
      JavaRDDLike<T, R> round) {
    return (long) numWorkers * steps;
  }

  @Override
  protected void processResults(
      SparkDl4jMultiLayer none,
      SparkComputationGraph graph,
      JavaRDD<ParameterAveragingTrainingResult> results,
      int split,
      int splits) {
    List<Tuple2<float[][], Double>> ordered =
        results.map(OrderedAveragingMaster::numbers).collect();
    NetworkState mean =
        Averaging.average(ordered.stream().map(worker -> state(worker._1())).toList())
            .network(NETWORK);
    graph.getNetwork().setParams(row(mean.parameters()));
    if (mean.updaterState().length > 0) {
      graph.getNetwork().getUpdater().setStateViewArray(row(mean.updaterState()));
    }
    graph.setScore(ordered.stream().mapToDouble(Tuple2::_2).sum() / ordered.size());
    ComputationGraphConfiguration configuration = graph.getNetwork().getConfiguration();
    configuration.setIterationCount(configuration.getIterationCount() + steps);
  }

  private static INDArray row(float[] values) {
    return Nd4j.createFromArray(values).reshape(1, values.length);
  }

  /**
   * Parameters, optimiser state and score of a worker, as every serializer of Spark carries them.
   */
  private static Tuple2<float[][], Double> numbers(ParameterAveragingTrainingResult result) {
    float[][] arrays = {values(result.getParameters()), values(result.getUpdaterState())};
    return new Tuple2<>(arrays, result.getScore());
  }

  /** Plain gradient descent has no optimiser state. */
  private static float[] values(INDArray array) {
    return array == null ? new float[0] : array.toFloatVector();
  }

  /** What a worker ended a round with, as the round loop keeps it. */
  private static TrainingState state(float[][] arrays) {
    NetworkState network = new NetworkState(arrays[0], arrays[1], 0);
    return new TrainingState(0, new TreeMap<>(Map.of(NETWORK, network)));
  }
}
