// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.IbGanModel;
import org.disentangle.net.TrainingState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IB-GAN from images to models. */
@Tag("train")
class IbGanTest {

  /** Two codes made of three values of z; four iterations in two rounds, three with noise. */
  private static IbGan tiny() {
    return new IbGan("ibGan_test")
        .setPreset("small32")
        .setNumCodes(2)
        .setNoiseDim(3)
        .setBatchSize(8)
        .setInstanceNoiseIter(3)
        .setMaxIter(4)
        .setAveragingFrequency(2);
  }

  private static TrainingState state(IbGan estimator, Dataset<Row> data) {
    return estimator.fit(data).data().state();
  }

  @Test
  void codesAreInferredAndTakenWithoutNoise() {
    IbGanModel model = tiny().setImageFormat("array").fit(sprites());
    assertEquals(new LatentSpace(2, 0, Prior.NORMAL), model.latent());
    assertEquals(3, model.data().networks().noiseDim());
    assertEquals(Set.of("G", "D", "Q", "R"), model.data().state().networks().keySet());
    Row encoded = model.transform(sprites()).select("codes").first();
    assertEquals(2, encoded.getList(0).size());
    Dataset<Row> ids = sprites().sparkSession().range(6).toDF();
    List<Row> generated = model.transform(CodeSampler.of(model).transform(ids)).collectAsList();
    assertEquals(6, generated.size());
    assertNotEquals(generated.get(0).getList(2), generated.get(1).getList(2));
  }

  /** Each Param that a training depends on. */
  @Test
  void everyParamMatters() {
    List<IbGan> others =
        List.of(
            tiny(),
            tiny().setBeta(3),
            tiny().setInstanceNoiseIter(0),
            tiny().setLearningRateG(0.01),
            tiny().setLearningRateD(0.01),
            tiny().setNoiseDim(4));
    assertEquals(
        others.size(),
        others.stream().map(estimator -> state(estimator, sprites())).distinct().count());
  }

  /** With a compete-free input G takes noise beside the codes. */
  @Test
  void oogansPartsCanBePluggedIn() {
    List<IbGan> others =
        List.of(
            tiny(),
            tiny().setOneHot(true),
            tiny().setOneHot(true).setGamma(7),
            tiny().setCompeteFree(true),
            tiny().setGrouped(true),
            tiny().setGrouped(true).setOrthogonalWeight(0));
    assertEquals(
        others.size(),
        others.stream().map(estimator -> state(estimator, sprites())).distinct().count());
    IbGanModel model =
        tiny()
            .setImageFormat("array")
            .setOneHot(true)
            .setCompeteFree(true)
            .setNuisanceDim(4)
            .setGrouped(true)
            .fit(sprites());
    assertEquals(new LatentSpace(2, 4, Prior.NORMAL), model.latent());
    assertEquals(
        Set.of("D", "Q", "G", "KL", "oneHot", "orthogonal"),
        model.summary().rounds().get(0).losses().keySet());
    assertEquals(2, model.transform(sprites()).select("codes").first().getList(0).size());
    Dataset<Row> ids = sprites().sparkSession().range(6).toDF();
    List<Row> generated = model.transform(CodeSampler.of(model).transform(ids)).collectAsList();
    assertNotEquals(generated.get(0).getList(2), generated.get(1).getList(2));
    assertRefused(
        () -> tiny().setCompeteFree(true).setNuisanceDim(0).fit(sprites()),
        "nuisanceDim",
        "at least 1 with competeFree");
  }

  @Test
  void theHistoryHasWhatCodesTell() {
    var rounds = tiny().fit(sprites()).summary().rounds();
    assertEquals(Set.of("D", "Q", "G", "KL"), rounds.get(0).losses().keySet());
    double unknown = rounds.get(0).losses().get("Q");
    assertEquals(1.5, unknown, 1, "half of three values of z");
    assertTrue(rounds.get(0).losses().get("KL") >= 0);
  }

  @Test
  void presetsGiveWhatIsNotSet() {
    IbGan estimator = new IbGan();
    assertEquals(0.141, estimator.getBeta());
    assertEquals(16, estimator.getNoiseDim());
    assertEquals(10, estimator.getNumCodes());
    assertEquals(100_000, estimator.getInstanceNoiseIter());
    assertEquals(150_000, estimator.getMaxIter());
    IbGan changed = estimator.copy(ParamMap.empty()).setNoiseDim(7).setPreset("small32");
    assertEquals(7, changed.getNoiseDim());
    assertNotEquals(estimator.getMaxIter(), changed.getMaxIter());
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeTraining() {
    assertRefused(
        () -> tiny().setBatchSize(1).fit(sprites()),
        "batchSize",
        "at least 2",
        "layer ",
        "over the batch");
    assertRefused(() -> tiny().setBeta(-0.1), "beta", "at least 0");
    assertRefused(() -> tiny().setNoiseDim(0), "noiseDim", "1");
    assertRefused(() -> tiny().setInstanceNoiseIter(-1), "instanceNoiseIter", "at least 0");
    assertRefused(() -> tiny().setPreset("teapots"), "preset", "small32");
    assertRefused(() -> tiny().setResume(true).fit(sprites()), "resume", "checkpointDir");
  }
}
