// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.ImageClassifierTest.classifier;
import static org.disentangle.estimator.ImageClassifierTest.labelled;
import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.disentangle.model.ImageClassifierModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an image classifier refuses, and how it says so. */
class ImageClassifierRefusalsTest {

  @TempDir private Path folder;

  @Test
  void columnsThatAreMissingOrOfTheWrongType() {
    refused(classifier().setImageCol("images"), labelled(), "column 'images'", "'image'");
    refused(classifier().setLabelCol("labels"), labelled(), "column 'labels'", "'label'");
    refused(classifier().setImageCol("label"), labelled(), "column 'label'", "type int");
    refused(classifier().setLabelCol("image"), labelled(), "column 'image'", "number");
    refused(
        classifier(),
        labelled().withColumn("prediction", functions.lit(1)),
        "column 'prediction'",
        "predictionCol");
    refused(classifier().setFeaturesCol("probability"), labelled(), "featuresCol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "if(label = 0, null, 1);      nulls",
        "label + 0.5;                 values that are no whole numbers",
        "double('NaN');               values that are no whole numbers",
        "label - 1;                   labels from -1 to 0",
        "label * 2;                   2 classes with labels from 0 to 2",
        "label + 70000;               labels from 70000 to 70001",
        "1;                           the label 1 in all"
      })
  void labelsThatAreNoClasses(String label, String found) {
    refused(
        classifier(),
        labelled().withColumn("label", functions.expr(label)),
        "column 'label'",
        found);
  }

  @Test
  void batchesInWhichALayerWouldNotLearn() {
    refused(
        classifier().setNetwork("sprites").setBatchSize(1),
        labelled(),
        "parameter batchSize: found 1; expected at least 2, because layer ",
        "of network classifier normalises over the batch");
  }

  @Test
  void labelsBeyondTheirMetadata() {
    Metadata two = NominalAttribute.defaultAttr().withName("label").withNumValues(2).toMetadata();
    Dataset<Row> rows = labelled();
    refused(
        classifier(),
        rows.withColumn("label", functions.expr("label + 1").as("label", two)),
        "labels from 1 to 2",
        "at most 1");
  }

  @Test
  void rowsThatAreTooFewOrOfMixedSizes() {
    refused(classifier(), labelled().limit(0), "input rows", "none");
    refused(classifier().setBatchSize(100_000), labelled(), "fewer than one batch", "numWorkers");
    Dataset<Row> mixed = labelled("png", 32).union(labelled("png", 28));
    refused(classifier(), withoutMetadata(mixed), "an image of 1x28x28", "images of 1x32x32");
    refused(
        classifier(),
        withoutMetadata(labelled("array", 32)),
        "without a shape",
        "ImageColumns.metadata");
  }

  @Test
  void imagesOfAnotherShapeThanTheModels() {
    ImageClassifierModel model = classifier().fit(labelled());
    assertRefused(
        () -> model.transform(labelled("image", 28)), "images of shape 1x28x28", "1x32x32");
  }

  @Test
  void damagedFiles() throws IOException {
    ImageClassifierModel model = classifier().fit(labelled());
    for (String name : new String[] {"classifier.zip", "architecture.json", "training.json"}) {
      String path = folder.resolve(name + "-model").toString();
      model.save(path);
      assertDoesNotThrow(() -> ImageClassifierModel.load(path));
      Path file = Path.of(path, name);
      Files.deleteIfExists(Path.of(path, "." + name + ".crc"));
      Files.write(file, new byte[] {1, 2, 3});
      assertRefused(
          () -> ImageClassifierModel.load(path),
          name,
          "expected a file of a model saved by this library");
      Files.delete(file);
      assertRefused(() -> ImageClassifierModel.load(path), name, "found nothing");
    }
  }

  @Test
  void namesOfTheClassesOfAnotherModel() throws IOException {
    String path = folder.resolve("model").toString();
    classifier().fit(labelled()).save(path);
    Path file = Path.of(path, "training.json");
    Files.deleteIfExists(Path.of(path, ".training.json.crc"));
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"classNames\":[]", "\"classNames\":[\"one\"]"));
    assertRefused(
        () -> ImageClassifierModel.load(path),
        "training.json",
        "found 1 names of classes; expected 2");
  }

  /** Only plain columns inherit metadata. */
  private static Dataset<Row> withoutMetadata(Dataset<Row> rows) {
    return rows.withColumn("image", functions.coalesce(functions.col("image")));
  }

  private static void refused(ImageClassifier stage, Dataset<Row> rows, String... parts) {
    assertRefused(() -> stage.fit(rows), parts);
    assertRefused(() -> stage.fit(rows), "imageClassifier_test: ");
  }
}
