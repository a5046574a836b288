// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator.dl4jspark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.spark.impl.graph.SparkComputationGraph;
import org.disentangle.image.ImageShape;
import org.disentangle.net.LabelledPixels;
import org.disentangle.net.architecture.ClassifierNetwork;
import org.disentangle.net.architecture.GraphBuilder;
import org.disentangle.net.supervised.LabelledBatch;
import org.disentangle.net.supervised.MomentumSettings;
import org.disentangle.net.supervised.SupervisedProcedure;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.CheckpointSettings;
import org.disentangle.train.TrainingSettings;
import org.disentangle.train.round.RoundLoop;
import org.disentangle.train.shard.PackedImage;
import org.disentangle.train.shard.Sharding;
import org.disentangle.train.shard.Sharding.ShardedImages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;

/** One supervised problem through the round loop and through dl4j-spark: the same parameters. */
@Tag("train")
class MasterAgreementTest {

  private static final int BATCH = 8;
  private static final int STEPS = 3;
  private static final int ITERATIONS = 9;
  private static final long SEED = 5;
  private static final ImageShape SHAPE = new ImageShape(1, 8, 8);

  private final ClassifierNetwork network = ClassifierNetwork.small(SHAPE, 3);
  private final LabelledPixels labelled = new LabelledPixels(SHAPE.size(), 3);
  private final LabelledBatch batch = new LabelledBatch(SHAPE, labelled, BATCH);

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 0.9", "2, 0", "3, 0", "3, 0.9"})
  void classifiersTrainAsInTheRoundLoop(int numWorkers, double momentum) {
    MomentumSettings descent = new MomentumSettings(0.1, momentum);
    float[] ours;
    try (ShardedImages data = shards(numWorkers)) {
      SupervisedTraining training =
          new SupervisedTraining(
              new SupervisedProcedure(network, descent, BATCH), numWorkers, STEPS, SEED);
      ours = training.run(data, ITERATIONS).state().parameters();
    }
    assertArrayEquals(throughRoundLoop(descent, numWorkers), ours, 1e-5f);
  }

  /** The master as it comes, with its own order of adding up. */
  @ParameterizedTest
  @CsvSource({"1, 0.9", "3, 0"})
  void stockMasterAgreesWithTheRoundLoop(int numWorkers, double momentum) {
    MomentumSettings descent = new MomentumSettings(0.1, momentum);
    ComputationGraph graph = GraphBuilder.build(network, DataType.FLOAT, SEED, descent.updater());
    float[] initial = graph.params().toFloatVector();
    try (ShardedImages data = shards(numWorkers)) {
      SparkComputationGraph distributed =
          new SparkComputationGraph(
              spark(),
              graph,
              OrderedAveragingMaster.builder(numWorkers, BATCH, STEPS, SEED).build());
      for (int start = 0; start < ITERATIONS; start += STEPS) {
        JavaRDD<DataSet> round =
            data.shards().mapPartitionsWithIndex(new RoundBatches(batch, SEED, start, STEPS), true);
        distributed.fit(round);
      }
      float[] stock = distributed.getNetwork().params().toFloatVector();
      assertArrayEquals(throughRoundLoop(descent, numWorkers), stock, 1e-5f);
      assertEquals(ITERATIONS, distributed.getNetwork().getConfiguration().getIterationCount());
      double moved = 0;
      for (int i = 0; i < stock.length; i++) {
        moved = Math.max(moved, Math.abs(stock[i] - initial[i]));
      }
      assertTrue(moved > 1e-2, "parameters moved by " + moved);
    }
  }

  @Test
  void labelsTravelWithTheirImages() {
    float[] joined = new float[BATCH * labelled.size()];
    for (int image = 0; image < BATCH; image++) {
      float[] one = labelled.join(new float[SHAPE.size()], image % 3);
      System.arraycopy(one, 0, joined, image * one.length, one.length);
    }
    assertEquals(
        List.of(0, 1, 2, 0, 1, 2, 0, 1),
        Arrays.stream(batch.dataSet(joined).getLabels().argMax(1).toIntVector()).boxed().toList());
  }

  private float[] throughRoundLoop(MomentumSettings descent, int numWorkers) {
    TrainingSettings settings =
        new TrainingSettings(numWorkers, STEPS, ITERATIONS, SEED, CheckpointSettings.none());
    return new RoundLoop(new SupervisedProcedure(network, descent, BATCH), settings)
        .run(images(), List.of())
        .state()
        .network(SupervisedProcedure.NETWORK)
        .parameters();
  }

  private ShardedImages shards(int numWorkers) {
    return Sharding.shard(images().map(PackedImage::ofValues), labelled.size(), BATCH, numWorkers);
  }

  /** Noise with a bright column that tells the class. */
  private JavaRDD<float[]> images() {
    SplittableRandom random = new SplittableRandom(3);
    List<float[]> images = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      float[] pixels = new float[SHAPE.size()];
      for (int pixel = 0; pixel < pixels.length; pixel++) {
        pixels[pixel] = pixel % 8 == i % 3 ? 1 : random.nextInt(100) / 255f;
      }
      images.add(labelled.join(pixels, i % 3));
    }
    return spark().parallelize(images, 4);
  }

  private static JavaSparkContext spark() {
    return JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
  }
}
