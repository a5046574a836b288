package org.disentangle.estimator.dl4jspark;

import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaRDDLike;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.api.Repartition;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingResult;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * dl4j-spark's master for one round at a time: each RDD it is given holds the mini-batches of one
 * round, partition p those of worker p in order. It neither counts nor splits nor moves them, keeps
 * them in memory only as a worker steps, and adds the workers' results up in worker order, where
 * the master it extends adds them in the order in which tasks end.
 */
final class OrderedAveragingMaster extends ParameterAveragingTrainingMaster {

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
    List<ParameterAveragingTrainingResult> ordered = results.collect();
    INDArray parameters = ordered.get(0).getParameters();
    INDArray updaterState = ordered.get(0).getUpdaterState();
    double score = ordered.get(0).getScore();
    for (ParameterAveragingTrainingResult result : ordered.subList(1, ordered.size())) {
      parameters.addi(result.getParameters());
      if (updaterState != null) {
        updaterState.addi(result.getUpdaterState());
      }
      score += result.getScore();
    }
    graph.getNetwork().setParams(parameters.divi(ordered.size()));
    if (updaterState != null) {
      graph.getNetwork().getUpdater().setStateViewArray(updaterState.divi(ordered.size()));
    }
    graph.setScore(score / ordered.size());
    ComputationGraphConfiguration configuration = graph.getNetwork().getConfiguration();
    configuration.setIterationCount(configuration.getIterationCount() + steps);
  }
}
