package org.disentangle.train;

import java.io.IOException;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.ClusterConf;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.BeforeAll;

/** One small training, for tests to run on clusters of their own, and what it has to end with. */
abstract class ClusterRuns {

  static final long SWITCH_AT = 7;
  static final long AMID_A_ROUND = 9;

  static TrainingState expected;

  @BeforeAll
  static void trainInOneThread() {
    SharedSpark.session().stop();
    try (JavaSparkContext spark = new JavaSparkContext(ClusterConf.of("local[1]"))) {
      expected = train(spark, ToyProcedure.withSwitchAt(SWITCH_AT), 1);
    }
  }

  /** Two executors in JVMs of their own. */
  static SparkConf twoExecutors() throws IOException {
    return ClusterConf.withExecutors("local-cluster[2,1,1024]")
        .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
  }

  static TrainingState train(JavaSparkContext spark, ToyProcedure procedure, int partitions) {
    return train(spark, procedure, partitions, StateGathering.MOST_BYTES_ON_DRIVER);
  }

  static TrainingState train(
      JavaSparkContext spark, ToyProcedure procedure, int partitions, long mostBytesOnDriver) {
    TrainingSettings settings = new TrainingSettings(3, 4, 18, 5, CheckpointSettings.none());
    return new RoundLoop(procedure, settings, mostBytesOnDriver)
        .run(ToyImages.rdd(spark, 60, partitions), List.of())
        .state();
  }
}
