// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.estimator.ImageClassifier;
import org.disentangle.estimator.InfoGanCr;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real images, from their files through a classifier to scores. Needs Fashion-MNIST in
 * /usr/share/datasets/fashion-mnist (Debian's dataset-fashion-mnist), or in the folder that the
 * system property fashion.mnist.dir names; continuous integration installs it.
 */
@Tag("train")
class FashionMnistTest {

  private static final Path DATA =
      Path.of(System.getProperty("fashion.mnist.dir", "/usr/share/datasets/fashion-mnist"));

  private final SparkSession spark = SharedSpark.session();

  @BeforeEach
  void requireData() {
    assumeTrue(Files.exists(DATA), () -> "Fashion-MNIST is not installed in " + DATA);
  }

  @Test
  void everyImageAndLabelIsRead() {
    Dataset<Row> test = images("t10k", 10_000);
    assertEquals(10_000, test.count());
    assertEquals(10, test.select("label").distinct().count());
    assertEquals(1_000, test.where("label = 3").count());
    assertEquals(60_000, images("train", 60_000).count());
  }

  @Test
  void aClassifierTrainedThroughDl4jSparkScoresImages() {
    ImageClassifierModel classifier =
        new ImageClassifier().setEpochs(3).setNumWorkers(2).fit(images("train", 6_000));
    Dataset<Row> scored = classifier.transform(images("t10k", 1_000)).cache();
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(scored);
    assertTrue(accuracy > 0.7, () -> "accuracy " + accuracy);
    double inception =
        new ImageQualityEvaluator().setMetricName("inception_score").evaluate(scored);
    assertTrue(inception > 3 && inception <= 10, () -> "inception score " + inception);
    scored.unpersist();
  }

  @Test
  void anInfoGanCrIsTrainedSavedLoadedAndGenerates(@TempDir Path folder) throws IOException {
    Dataset<Row> images = images("train", 600);
    String path = folder.resolve("model").toString();
    new InfoGanCr()
        .setPreset("mnist28")
        .setMaxIter(2)
        .setAveragingFrequency(1)
        .setNumWorkers(2)
        .fit(images)
        .write()
        .save(path);
    InfoGanCrModel model = InfoGanCrModel.load(path);
    History history = model.summary();
    assertTrue(history.rounds().stream().anyMatch(round -> round.losses().containsKey("CR")));
    Row encoded =
        model.setAppendGenerated(false).transform(images.limit(3)).select("codes").first();
    assertEquals(10, encoded.getList(0).size());
    Dataset<Row> generated =
        model
            .setAppendGenerated(true)
            .setImageFormat("array")
            .transform(CodeSampler.of(model).transform(spark.range(5).toDF()));
    List<Row> made = generated.select("generated").collectAsList();
    assertEquals(5, new HashSet<>(made).size());
    assertEquals(28 * 28, made.get(0).getList(0).size());
  }

  private Dataset<Row> images(String part, int sample) {
    return spark
        .read()
        .format("idx")
        .option("labels", DATA.resolve(part + "-labels-idx1-ubyte.gz").toString())
        .option("sample", sample)
        .load(DATA.resolve(part + "-images-idx3-ubyte.gz").toString());
  }
}
