// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import org.apache.spark.SparkConf;
import org.disentangle.error.InvalidInputException;
import org.disentangle.estimator.dl4jspark.SupervisedTraining;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.stage.InputErrors;
import org.disentangle.train.KryoRegistration;
import org.disentangle.train.shard.Sharding.ShardedImages;

/** How {@link ImageClassifier} trains on this line of Spark: through dl4j-spark. */
final class ClassifierTraining {

  private ClassifierTraining() {}

  /**
   * Kryo by itself loses the values of ND4J's arrays, which dl4j-spark broadcasts.
   *
   * @throws InvalidInputException if they would be lost
   */
  static void requireSerializer(InputErrors errors, SparkConf conf) {
    String registrators = conf.get("spark.kryo.registrator", "");
    if (conf.get("spark.serializer", "").endsWith("KryoSerializer")
        && !registrators.contains(KryoRegistration.class.getName())) {
      throw errors.refused(
          InvalidInputException.of(
              "setting spark.kryo.registrator",
              registrators.isEmpty() ? "nothing" : registrators,
              KryoRegistration.class.getName() + " with spark.serializer KryoSerializer"));
    }
  }

  /** As {@link SupervisedTraining} trains. */
  static TrainedClassifier run(
      SupervisedProcedure procedure,
      int numWorkers,
      int averagingFrequency,
      long seed,
      ShardedImages data,
      int iterations) {
    return new SupervisedTraining(procedure, numWorkers, averagingFrequency, seed)
        .run(data, iterations);
  }
}
