// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.SparkConf;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.shard.Sharding.ShardedImages;

/** How {@link ImageClassifier} trains on this line of Spark: in the round loop. */
final class ClassifierTraining {

  private ClassifierTraining() {}

  /** The round loop's arrays cross with every serialiser of Spark. */
  static void requireSerializer(InputErrors errors, SparkConf conf) {}

  /** As {@link ClassifierRounds} trains. */
  static TrainedClassifier run(
      SupervisedProcedure procedure,
      int numWorkers,
      int averagingFrequency,
      long seed,
      ShardedImages data,
      int iterations) {
    return new ClassifierRounds(procedure, numWorkers, averagingFrequency, seed)
        .run(data, iterations);
  }
}
