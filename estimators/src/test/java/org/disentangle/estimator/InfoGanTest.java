// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.evaluator.CategoricalCodeEvaluator;
import org.disentangle.model.CodeFields;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.InfoGanModel;
import org.disentangle.model.Traversal;
import org.disentangle.net.TrainingState;
import org.disentangle.testing.QuietSpark;
import org.disentangle.train.History;
import org.disentangle.train.TrainingCollapsedException;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** InfoGAN with codes of both kinds, and InfoGAN-CR's variants, from images to models. */
@Tag("train")
class InfoGanTest {

  @TempDir Path folder;

  /** A category of two, two continuous codes; four iterations in two rounds. */
  private static InfoGan tiny() {
    return new InfoGan("infoGan_test")
        .setPreset("small32")
        .setCategories(2)
        .setNumCodes(3)
        .setNoiseDim(2)
        .setBatchSize(8)
        .setMaxIter(4)
        .setAveragingFrequency(2);
  }

  private static TrainingState state(InfoGan estimator, Dataset<Row> data) {
    return estimator.fit(data).data().state();
  }

  @Test
  void codesOfBothKindsAreInferredAndTakenWithTheirMetadata() {
    InfoGanModel model = tiny().fit(sprites());
    assertEquals(3, model.numCodes());
    assertEquals(List.of(2), model.latent().categories());
    Dataset<Row> encoded = model.transform(sprites());
    AttributeGroup attributes = CodeFields.attributes(encoded.schema().apply("codes"));
    NominalAttribute category = (NominalAttribute) attributes.getAttr(0);
    assertEquals(2, category.getNumValues().get());
    assertTrue(attributes.getAttr(1).isNumeric());
    for (Row row : encoded.select("codes").collectAsList()) {
      float value = row.<Float>getList(0).get(0);
      assertTrue(value == 0 || value == 1, "category " + value);
    }
    Dataset<Row> drawn =
        CodeSampler.of(model)
            .setCodeGrid("0=2")
            .transform(sprites().sparkSession().range(6).toDF());
    List<Row> generated = model.transform(drawn).collectAsList();
    assertEquals(6, generated.size());
    assertNotEquals(
        generated.get(0).<Row>getAs("generated"), generated.get(1).<Row>getAs("generated"));
  }

  @Test
  void valuesThatAreNoCategoriesAreRefused() {
    InfoGanModel model = tiny().fit(sprites());
    Dataset<Row> half =
        sprites()
            .sparkSession()
            .range(2)
            .select(
                functions
                    .array(functions.lit(0.5), functions.lit(0), functions.lit(0))
                    .as("codes"));
    Throwable failure;
    try (QuietSpark quiet = new QuietSpark()) {
      failure = assertThrows(Exception.class, () -> model.transform(half).collect());
    }
    while (failure.getCause() != null && !failure.getMessage().contains("whole number")) {
      failure = failure.getCause();
    }
    assertTrue(failure.getMessage().contains("a whole number from 0 to 1"), failure.getMessage());
    CodeSampler sampler = CodeSampler.of(model);
    Dataset<Row> ids = half.sparkSession().range(2).toDF();
    assertRefused(
        () -> sampler.copy(sampler.extractParamMap()).setCodeGrid("0=3").transform(ids),
        "codeGrid",
        "from 2 to 2");
    assertRefused(
        () -> sampler.copy(sampler.extractParamMap()).setFixedCodes("0=0.5").transform(ids),
        "fixedCodes",
        "whole number");
  }

  @Test
  void theHistoryBoundsTheInformation() {
    History history = tiny().setMaxIter(120).setAveragingFrequency(20).fit(sprites()).summary();
    Map<String, Double> losses = history.rounds().get(0).losses();
    double first = losses.get("MI_categorical");
    double last = history.last().losses().get("MI_categorical");
    assertTrue(last > first && last > 0.3 && last <= Math.log(2), first + " to " + last);
    assertTrue(losses.containsKey("MI_continuous"));
    assertFalse(losses.containsKey("CR") || losses.containsKey("H"));
    assertFalse(
        tiny()
            .setCategories()
            .fit(sprites())
            .summary()
            .rounds()
            .get(0)
            .losses()
            .containsKey("MI_categorical"));
  }

  @Test
  void theModelDependsOnTheDataAndNotOnTheirOrderOrPartitions() {
    Dataset<Row> data = sprites().cache();
    InfoGan estimator = tiny().setAdversarialLoss("wasserstein-gp").setPackSize(2).setNumWorkers(2);
    TrainingState state = state(estimator, data.coalesce(1));
    assertEquals(state, state(estimator, data.sort(functions.desc("value_posX")).repartition(5)));
    assertNotEquals(state, state(estimator.setSeed(43), data));
    assertEquals(Set.of("G", "D"), state.networks().keySet());
  }

  @Test
  void anInterruptedTrainingIsResumedBitByBit() {
    for (InfoGan estimator : List.of(tiny().setQVariance("learned"), tiny().setPackSize(4))) {
      TrainingState whole = state(estimator, sprites());
      String checkpoints =
          folder.resolve(estimator.getQVariance() + estimator.getPackSize()).toString();
      InfoGan half = estimator.copy(ParamMap.empty());
      half.setCheckpointDir(checkpoints);
      half.setCheckpointInterval(2);
      half.addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
      assertEquals(2, state(half, sprites()).iteration());
      estimator.setCheckpointDir(checkpoints);
      estimator.setResume(true);
      assertEquals(whole, state(estimator, sprites()));
    }
  }

  /** The paper's ablation: nothing keeps the covariance from becoming singular. */
  @Test
  void aFullCovarianceCollapsesAndTheCheckpointFromBeforeIsKept() throws Exception {
    String checkpoints = folder.resolve("full").toString();
    InfoGan estimator =
        tiny()
            .setCategories()
            .setQVariance("full")
            .setQVarianceStart(20)
            .setLearningRateD(0.05)
            .setMaxIter(1_000)
            .setAveragingFrequency(10)
            .setCheckpointDir(checkpoints)
            .setCheckpointInterval(10);
    TrainingCollapsedException collapse =
        assertThrows(TrainingCollapsedException.class, () -> estimator.fit(sprites()));
    String message = collapse.getMessage();
    assertTrue(message.contains("loss Q_logDeviation is -"), message);
    assertTrue(message.contains("qVariance \"unit\""), message);
    assertTrue(collapse.iteration() >= 20 && collapse.iteration() < 1_000, message);
    assertTrue(Files.exists(Path.of(URI.create(collapse.lastCheckpoint().orElseThrow()))), message);
  }

  @Test
  void everyPairDesignTrainsCodesOfBothKindsInItsOwnWay() {
    List<TrainingState> states = new ArrayList<>();
    for (boolean sharedCode : new boolean[] {true, false}) {
      for (boolean sharedNoise : new boolean[] {true, false}) {
        states.add(
            TinyTraining.infoGanCr()
                .setCategories(2)
                .setSharedCode(sharedCode)
                .setSharedNoise(sharedNoise)
                .fit(sprites())
                .data()
                .state());
      }
    }
    assertEquals(4, Set.copyOf(states).size());
  }

  /** A vector a categorical code, whose largest value is that of the code, for real images. */
  @Test
  void probabilitiesOfCategoriesAreAColumn() {
    InfoGanModel model =
        tiny().setCategories(2, 3).setNumCodes(4).setImageFormat("array").fit(sprites());
    model.setAppendGenerated(false).setProbabilityCol("p");
    Dataset<Row> encoded = model.transform(sprites());
    for (Row row : encoded.select("codes", "p", "p_1").collectAsList()) {
      for (int code = 0; code < 2; code++) {
        Vector probabilities = row.getAs(1 + code);
        assertEquals(2 + code, probabilities.size());
        assertEquals(1, Arrays.stream(probabilities.toArray()).sum(), 1e-9);
        assertEquals(row.<Float>getList(0).get(code), probabilities.argmax());
      }
    }
    double bound =
        new CategoricalCodeEvaluator()
            .setProbabilityCol("p")
            .setLabelCol("category")
            .evaluate(encoded.withColumn("category", functions.col("codes").getItem(0)));
    assertTrue(bound > -5 && bound <= Math.log(2), "bound " + bound);
    assertFalse(List.of(model.setProbabilityCol("").transform(sprites()).columns()).contains("p"));
    InfoGanModel continuous = tiny().setCategories().fit(sprites());
    assertRefused(
        () -> continuous.setProbabilityCol("p").transform(sprites()),
        "probabilityCol",
        "no code of this model is categorical");
    assertRefused(
        () -> model.setProbabilityCol("p").transform(sprites().withColumn("p", functions.lit(1))),
        "p",
        "probabilityCol adds it");
  }

  @Test
  void aFloorKeepsLearnedDeviations() {
    InfoGan floored = tiny().setQVariance("learned").setQDeviationFloor(0.5);
    var losses = floored.fit(sprites()).summary().rounds().get(1).losses();
    assertTrue(losses.get("Q_logDeviation") > Math.log(0.5));
    assertNotEquals(state(floored, sprites()), state(tiny().setQVariance("learned"), sprites()));
  }

  /**
   * The codes have a deviation of 0.58, to which Q's comes down from 1 even where it reads none.
   */
  @Test
  void withoutAFloorDeviationsFallBelowIt() {
    double floor = 0.9;
    InfoGan free = tiny().setQVariance("learned").setLearningRateD(0.02).setMaxIter(40);
    InfoGan floored = free.copy(ParamMap.empty()).setQDeviationFloor(floor);
    double low = free.fit(sprites()).summary().last().losses().get("Q_logDeviation");
    double kept = floored.fit(sprites()).summary().last().losses().get("Q_logDeviation");
    assertTrue(low < Math.log(floor), "deviation without a floor " + Math.exp(low));
    assertTrue(kept >= Math.log(floor), "deviation with a floor " + Math.exp(kept));
  }

  @Test
  void aPictureGoesThroughAllCategories() {
    InfoGanModel model = tiny().setCategories(12).fit(sprites());
    Traversal traversal = new Traversal(model).samples(1);
    assertEquals(
        traversal.steps(12).grid().draw().getWidth(), traversal.steps(3).grid().draw().getWidth());
  }

  /** Columns have the values of the continuous codes, so that those of a category need room. */
  @Test
  void aPictureNamesTheCategoriesBesideTheirRows() {
    InfoGanModel continuous = tiny().setCategories().fit(sprites());
    InfoGanModel mixed = tiny().fit(sprites());
    assertTrue(
        new Traversal(mixed).grid().draw().getWidth()
            > new Traversal(continuous).grid().draw().getWidth());
  }

  /** Each of them changes what is trained, and the model has all networks that they change. */
  @Test
  void oogansPartsCanBePluggedIn() {
    List<TrainingState> states =
        List.of(
            tiny().fit(sprites()).data().state(),
            plugged().setGrouped(false).setOneHot(false).fit(sprites()).data().state(),
            plugged().setGrouped(false).setCompeteFree(false).fit(sprites()).data().state(),
            plugged().setOneHot(false).setCompeteFree(false).fit(sprites()).data().state(),
            plugged().setOrthogonalWeight(0).fit(sprites()).data().state(),
            plugged().setGamma(7).fit(sprites()).data().state());
    assertEquals(6, states.stream().distinct().count());
    InfoGanModel model = plugged().setImageFormat("array").fit(sprites());
    assertEquals(
        Set.of("D", "Q", "G", "MI_categorical", "MI_continuous", "oneHot", "orthogonal"),
        model.summary().rounds().get(0).losses().keySet());
    Dataset<Row> encoded = model.setAppendGenerated(false).transform(sprites());
    assertEquals(3, encoded.select("codes").first().getList(0).size());
  }

  private static InfoGan plugged() {
    return tiny().setNoiseDim(3).setOneHot(true).setCompeteFree(true).setGrouped(true);
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeTraining() {
    assertRefused(
        () -> tiny().setNumCodes(2).setOneHot(true).fit(sprites()),
        "oneHot",
        "fewer than 2 continuous codes (1)");
    assertRefused(
        () -> tiny().setNoiseDim(0).setCompeteFree(true).fit(sprites()),
        "noiseDim",
        "at least 1 with competeFree");
    assertRefused(
        () -> tiny().setPackSize(3).fit(sprites()), "packSize", "divisor of batchSize (8)");
    assertRefused(
        () -> tiny().setCategories(2, 3, 2, 2).fit(sprites()),
        "categories",
        "at most numCodes (3)");
    assertRefused(() -> tiny().setCategories(1), "categories", "at least 2");
    assertRefused(
        () -> tiny().setQVariance("full").setQVarianceStart(4).fit(sprites()),
        "qVarianceStart",
        "below maxIter (4), because qVariance is full");
    assertRefused(
        () -> tiny().setQVarianceStart(5).fit(sprites()), "qVarianceStart", "at most maxIter (4)");
    assertRefused(() -> tiny().setAdversarialLoss("wgan"), "adversarialLoss", "hinge");
    assertRefused(
        () -> TinyTraining.infoGanCr().setCategories(2).setGammaTc(1).fit(sprites()), "gammaTc");
  }
}
