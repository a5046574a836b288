// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.evaluator.ImageQualityEvaluator;
import org.disentangle.image.ImageShape;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Squares and hearts told apart by networks trained through dl4j-spark. */
@Tag("train")
class ImageClassifierTest {

  @TempDir private Path folder;

  static ImageClassifier classifier() {
    return new ImageClassifier("imageClassifier_test")
        .setBatchSize(16)
        .setEpochs(1)
        .setAveragingFrequency(2)
        .setNumWorkers(2);
  }

  /** Squares are 0, hearts 1; the column has no metadata. */
  static Dataset<Row> labelled() {
    return labelled("image", 32);
  }

  static Dataset<Row> labelled(String format, int imageSize) {
    return sprites(format, imageSize)
        .select(
            functions.col("image"), functions.expr("cast(factor_shape / 2 as int)").as("label"));
  }

  @Test
  void keepsTheStageContract() {
    StageContract.check(classifier().setNetwork("sprites").setMomentum(0.5), folder, labelled());
  }

  @Test
  void learnsToTellTheClasses() {
    ImageClassifierModel model = classifier().setEpochs(10).fit(labelled());
    Dataset<Row> judged = model.transform(labelled());
    double accuracy =
        new MulticlassClassificationEvaluator().setMetricName("accuracy").evaluate(judged);
    assertTrue(accuracy > 0.9, "accuracy " + accuracy);
    assertTrue(model.losses().get(model.losses().size() - 1) < model.losses().get(0) / 2);
    double score = new ImageQualityEvaluator().evaluate(judged);
    assertTrue(score > 1.5 && score <= 2, "inception score " + score);
  }

  @Test
  void appendsProbabilityPredictionAndFeatures() {
    ImageClassifierModel model = classifier().fit(labelled());
    Dataset<Row> judged = model.transform(labelled());
    assertEquals(
        List.of("image", "label", "probability", "prediction", "features"),
        List.of(judged.columns()));
    assertEquals(2, AttributeGroup.fromStructField(judged.schema().apply("probability")).size());
    assertEquals(128, AttributeGroup.fromStructField(judged.schema().apply("features")).size());
    for (Row row : judged.takeAsList(40)) {
      Vector probability = row.getAs("probability");
      assertEquals(1, probability.apply(0) + probability.apply(1), 1e-12);
      assertEquals((double) probability.argmax(), row.<Double>getAs("prediction"));
      assertEquals(128, row.<Vector>getAs("features").size());
    }
  }

  @Test
  void sameModelWhateverThePartitionsAndTheOrder() {
    ImageClassifier three = classifier().setNumWorkers(3);
    ImageClassifierModel model = three.fit(labelled());
    Dataset<Row> reordered = labelled().orderBy(functions.hash(functions.col("image"))).coalesce(1);
    assertEquals(model.data(), three.fit(reordered).data());
    assertNotEquals(
        model.data().state(),
        classifier().setNumWorkers(3).setSeed(1).fit(labelled()).data().state());
  }

  @Test
  void whatIsAppendedDependsOnTheImageAlone() {
    ImageClassifierModel model = classifier().setNetwork("sprites").fit(labelled());
    Dataset<Row> rows = labelled().limit(20);
    List<Row> together = model.transform(rows).select("probability").collectAsList();
    List<Row> alone = model.setBatchSize(1).transform(rows).select("probability").collectAsList();
    for (int i = 0; i < together.size(); i++) {
      Vector one = together.get(i).getAs(0);
      Vector other = alone.get(i).getAs(0);
      assertEquals(one.apply(0), other.apply(0), 1e-5);
    }
  }

  @ParameterizedTest
  @CsvSource({"image, 28, small", "png, 64, sprites", "array, 32, small", "vector, 28, sprites"})
  void findsTheShapeOfTheImages(String format, int size, String network) {
    ImageClassifier one =
        classifier().setNumWorkers(1).setNetwork(network).setAveragingFrequency(100);
    ImageClassifierModel model = one.fit(labelled(format, size));
    assertEquals(new ImageShape(1, size, size), model.imageShape());
  }

  @Test
  void coloursWithoutMetadata() {
    String colour =
        "named_struct('origin','','height',28,'width',28,'nChannels',3,'mode',16,"
            + "'data',unhex(repeat(if(label = 0, '00', 'F8'), 2351) || lpad(hex(id), 2, '0')))";
    Dataset<Row> images =
        sprites()
            .sparkSession()
            .range(64)
            .selectExpr("id", "cast(id % 2 as double) label")
            .selectExpr(colour + " image", "label");
    ImageClassifierModel model = classifier().fit(images);
    assertEquals(new ImageShape(3, 28, 28), model.imageShape());
  }

  @Test
  void classNamesReachThePrediction() {
    Dataset<Row> named =
        labelled()
            .withColumn("kind", functions.expr("if(label = 0, 'square', 'heart')"))
            .drop("label");
    Pipeline pipeline =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new StringIndexer().setInputCol("kind").setOutputCol("label"), classifier()
                });
    PipelineModel model = pipeline.fit(named);
    String path = folder.resolve("pipeline").toString();
    assertDoesNotThrow(() -> model.save(path));
    Dataset<Row> judged = PipelineModel.load(path).transform(named);
    NominalAttribute prediction =
        (NominalAttribute) Attribute.fromStructField(judged.schema().apply("prediction"));
    assertEquals(List.of("heart", "square"), List.of(prediction.values().get()));
    assertEquals(
        model.transform(named).select("probability", "features").collectAsList(),
        judged.select("probability", "features").collectAsList());
  }
}
