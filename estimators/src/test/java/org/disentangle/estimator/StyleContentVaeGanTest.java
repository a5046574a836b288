// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.StyleContentModel;
import org.disentangle.train.History;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fitting specified and unspecified codes: determinism, resuming, learning, refusals. */
@Tag("train")
class StyleContentVaeGanTest {

  @TempDir Path folder;

  /** Squares (label 0) and hearts (1). */
  private static Dataset<Row> labelled() {
    return TinyTraining.sprites()
        .withColumn("label", functions.expr("cast(factor_shape / 2 as int)"));
  }

  private static StyleContentVaeGan tiny() {
    return new StyleContentVaeGan("style_test")
        .setPreset("small32")
        .setSpecifiedDim(3)
        .setUnspecifiedDim(2)
        .setBatchSize(8)
        .setAveragingFrequency(2)
        .setMaxIter(4);
  }

  @Test
  void theModelDependsOnTheLabels() {
    Dataset<Row> flipped = labelled().withColumn("label", functions.expr("1 - label"));
    assertNotEquals(tiny().fit(labelled()).data().state(), tiny().fit(flipped).data().state());
  }

  @Test
  void aTrainingWithAnotherWeightIsNotResumed() {
    String directory = folder.resolve("checkpoints").toString();
    StyleContentVaeGan half = tiny().setCheckpointDir(directory).setCheckpointInterval(2);
    half.addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
    assertEquals(2, half.fit(labelled()).data().state().iteration());
    StyleContentVaeGan rest = tiny().setCheckpointDir(directory).setResume(true);
    assertRefused(() -> rest.setLambda(2).fit(labelled()), "lambda");
  }

  @Test
  void plainDescentTrainsAnotherModel() {
    StyleContentVaeGan descending =
        tiny().setOptimiser("sgd").setLearningRate(1e-5).setLearningRateD(1e-3).setMaxIter(40);
    StyleContentModel model = descending.fit(labelled());
    List<RoundRecord> rounds = model.summary().rounds();
    double first = rounds.get(0).losses().get("reconstruction");
    double last = rounds.get(rounds.size() - 1).losses().get("reconstruction");
    assertTrue(last < first, first + " -> " + last);
    assertNotEquals(model.data().state(), tiny().setMaxIter(40).fit(labelled()).data().state());
  }

  /** A second training with other weights leaves the specified code of every image alone. */
  @Test
  void aPretrainedSpecifiedCodeCanBeFrozen() throws Exception {
    StyleContentModel pretrained = tiny().fit(labelled());
    String saved = folder.resolve("pretrained").toString();
    pretrained.save(saved);
    StyleContentVaeGan rest = tiny().setInitialModel(saved).setSeed(9).setNumWorkers(2);
    StyleContentModel frozen = rest.copy(ParamMap.empty()).setFrozenSpecified(true).fit(labelled());
    assertEquals(codes(pretrained, "specified"), codes(frozen, "specified"));
    assertNotEquals(codes(pretrained, "unspecified"), codes(frozen, "unspecified"));
    assertNotEquals(codes(pretrained, "specified"), codes(rest.fit(labelled()), "specified"));
    assertRefused(
        () -> tiny().setFrozenSpecified(true).fit(labelled()),
        "parameter frozenSpecified",
        "false without initialModel");
  }

  private static List<Row> codes(StyleContentModel model, String column) {
    return model.setAppendGenerated(false).transform(labelled()).select(column).collectAsList();
  }

  /** What the paper does not have can be left out, and changes the model. */
  @Test
  void withoutLabelWeightTheLossesAreThePapers() {
    StyleContentModel paper = tiny().setLabelWeight(0).fit(labelled());
    assertFalse(paper.summary().last().losses().containsKey("labelDependence"));
    assertNotEquals(paper.data().state(), tiny().fit(labelled()).data().state());
  }

  @Test
  void trainingLowersBothReconstructionErrors() {
    History history = tiny().setMaxIter(120).setAveragingFrequency(10).fit(labelled()).summary();
    for (String loss : List.of("reconstruction", "partnerReconstruction")) {
      double first = history.rounds().get(0).losses().get(loss);
      double last = history.last().losses().get(loss);
      assertTrue(last < 0.6 * first, loss + ": " + first + " to " + last);
    }
  }

  @Test
  void theModelHasTheParamsTheNetworksAndAllLosses() {
    StyleContentVaeGan estimator =
        tiny().setSpecifiedCol("s").setUnspecifiedCol("z").setGeneratedCol("made");
    StyleContentModel model = estimator.fit(labelled());
    assertEquals(3, model.specifiedDim());
    assertEquals(2, model.unspecifiedDim());
    assertEquals(2, model.data().networks().numClasses());
    assertEquals(Set.of("D", "Dec", "E"), model.data().state().networks().keySet());
    assertEquals(
        Set.of(
            "reconstruction",
            "partnerReconstruction",
            "divergence",
            "swapped",
            "sampled",
            "D",
            "labelDependence"),
        model.summary().rounds().get(0).losses().keySet());
    Dataset<Row> made = model.transform(labelled());
    assertEquals(Set.of("s", "z", "made"), Set.of(made.drop(labelled().columns()).columns()));
    assertEquals(estimator.transformSchema(labelled().schema()), made.schema());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "if(label = 0, null, 1); nulls",
        "label + 0.5;            values that are no whole numbers",
        "label - 1;              labels from -1 to 0",
        "label * 2;              2 classes with labels from 0 to 2",
        "1;                      the label 1 in all"
      })
  void labelsThatAreNoClassesAreRefused(String label, String found) {
    refused(tiny(), labelled().withColumn("label", functions.expr(label)), "column 'label'", found);
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeTraining() {
    refused(tiny().setLabelCol("labels"), labelled(), "column 'labels'", "'label'");
    refused(tiny().setImageCol("images"), labelled(), "column 'images'");
    refused(tiny().setPreset("mnist"), labelled(), "1x32x32", "1x28x28");
    refused(tiny().setResume(true), labelled(), "resume", "checkpointDir");
    refused(tiny(), labelled().withColumn("specified", functions.lit(1)), "column 'specified'");
    refused(tiny().setBatchSize(1000), labelled(), "batchSize");
    refused(
        tiny().setBatchSize(1), labelled(), "batchSize", "at least 2", "layer ", "over the batch");
    assertRefused(() -> tiny().setPreset("dsprites"), "preset", "small32");
  }

  private static void refused(StyleContentVaeGan estimator, Dataset<Row> data, String... parts) {
    AtomicInteger rounds = new AtomicInteger();
    StyleContentVaeGan watched = estimator.copy(ParamMap.empty());
    watched.addListener(
        (round, progress) -> {
          rounds.incrementAndGet();
          return Wish.CONTINUE;
        });
    assertRefused(() -> watched.fit(data), parts);
    assertRefused(() -> watched.fit(data), "style_test: ");
    assertEquals(0, rounds.get(), "rounds trained");
  }
}
