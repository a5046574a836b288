// SPDX-License-Identifier: Apache-2.0
package org.disentangle.train.round;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.ClusterConf;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.ToyImages;
import org.disentangle.train.ToyProcedure;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.averaging.Averaging.StateGathering;
import org.junit.jupiter.api.BeforeAll;

/** One small training, for tests to run on clusters of their own, and what it has to end with. */
public abstract class ClusterRuns {

  public static final long SWITCH_AT = 7;
  public static final long AMID_A_ROUND = 9;

  public static TrainingState expected;

  @BeforeAll
  public static void trainInOneThread() {
    SharedSpark.session().stop();
    try (JavaSparkContext spark = new JavaSparkContext(ClusterConf.of("local[1]"))) {
      expected = train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 1);
    }
  }

  /** Two executors in JVMs of their own. */
  public static SparkConf twoExecutors() throws IOException {
    return ClusterConf.withExecutors("local-cluster[2,1,1024]")
        .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
  }

  public static TrainingState train(
      JavaSparkContext spark, ToyProcedure procedure, int partitions) {
    return train(spark, procedure, partitions, StateGathering.MOST_BYTES_ON_DRIVER);
  }

  public static TrainingState train(
      JavaSparkContext spark, ToyProcedure procedure, int partitions, long mostBytesOnDriver) {
    TrainingSettings settings = new TrainingSettings(3, 4, 18, 5, CheckpointSettings.none());
    return new RoundLoop(procedure, settings, mostBytesOnDriver)
        .run(ToyImages.rdd(spark, 60, partitions), List.of())
        .state();
  }
}
