// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.ImageClassifierTest.classifier;
import static org.disentangle.estimator.ImageClassifierTest.labelled;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A classifier through dl4j-spark, and in the round loop that takes its place on Spark 4. */
@Tag("train")
class ClassifierRoundsTest {

  @ParameterizedTest
  @ValueSource(strings = {"small", "sprites"})
  void bothReachTheSameAccuracy(String network) {
    ImageClassifier classifier = classifier().setNetwork(network).setEpochs(10);
    ImageClassifierModel throughDl4jSpark = classifier.fit(labelled());
    ImageClassifierModel inRounds = classifier.fitWith(ClassifierRoundsTest::inRounds, labelled());
    double accuracy = accuracy(throughDl4jSpark);
    assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    assertEquals(accuracy, accuracy(inRounds), 0.01);
    assertArrayEquals(
        throughDl4jSpark.data().state().parameters(), inRounds.data().state().parameters(), 1e-3f);
    assertEquals(throughDl4jSpark.losses().size(), inRounds.losses().size());
    assertEquals(throughDl4jSpark.trainedWith(), inRounds.trainedWith());
  }

  private static double accuracy(ImageClassifierModel model) {
    return new MulticlassClassificationEvaluator()
        .setMetricName("accuracy")
        .evaluate(model.transform(labelled()));
  }

  private static TrainedClassifier inRounds(
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
