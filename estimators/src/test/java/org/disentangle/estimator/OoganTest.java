// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.latent.LatentSpace;
import org.disentangle.latent.Prior;
import org.disentangle.model.CodeSampler;
import org.disentangle.model.OoganModel;
import org.disentangle.net.TrainingState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OOGAN from images to models, whole and without its parts. */
@Tag("train")
class OoganTest {

  @TempDir Path folder;

  /** Four iterations in two rounds. */
  private static Oogan tiny() {
    return new Oogan("oogan_test")
        .setPreset("small32")
        .setNumCodes(2)
        .setNoiseDim(2)
        .setBatchSize(4)
        .setMaxIter(4)
        .setAveragingFrequency(2);
  }

  private static TrainingState state(Oogan estimator, Dataset<Row> data) {
    return estimator.fit(data).data().state();
  }

  @Test
  void codesAreReadThroughDAndQ() throws Exception {
    OoganModel model = tiny().fit(sprites());
    Dataset<Row> encoded = model.setAppendGenerated(false).transform(sprites());
    List<Row> rows = encoded.select("codes").collectAsList();
    assertEquals(2, rows.get(0).getList(0).size());
    assertNotEquals(rows.get(0).getList(0), rows.get(rows.size() - 1).getList(0));
    Path path = folder.resolve("model");
    model.save(path.toString());
    assertEquals(
        rows,
        OoganModel.load(path.toString()).transform(sprites()).select("codes").collectAsList());
  }

  /** A category and normal noise, as the paper's text has them. */
  @Test
  void codesOfBothKindsAreReadAndNoiseIsNormal() throws Exception {
    OoganModel model =
        tiny()
            .setPreset("paper32")
            .setNumCodes(3)
            .setCategories(2)
            .setImageFormat("array")
            .fit(sprites());
    LatentSpace latent = new LatentSpace(3, 2, Prior.UNIFORM, List.of(2), Prior.NORMAL);
    assertEquals(latent, model.latent());
    Path path = folder.resolve("model");
    model.save(path.toString());
    OoganModel loaded = OoganModel.load(path.toString());
    assertEquals(latent, loaded.latent());
    CodeSampler sampler = CodeSampler.of(loaded);
    assertEquals("normal", sampler.getNoisePrior());
    List<Row> drawn =
        sampler
            .transform(sprites().sparkSession().range(200).toDF())
            .select(loaded.getNoiseCol(), loaded.getCodesCol())
            .collectAsList();
    double most = 0;
    for (Row row : drawn) {
      most = Math.max(most, Math.abs(row.<Float>getList(0).get(0)));
      assertTrue(Math.abs(row.<Float>getList(1).get(1)) <= 1);
    }
    assertTrue(most > 1.5, "noise of " + most);
    Dataset<Row> generated =
        loaded.transform(sampler.transform(sprites().sparkSession().range(3).toDF()));
    assertEquals(3, generated.collectAsList().size());
    Dataset<Row> encoded = loaded.setAppendGenerated(false).transform(sprites());
    float category = encoded.select("codes").first().<Float>getList(0).get(0);
    assertTrue(category == 0 || category == 1);
  }

  @Test
  void theTextsLossesAreNotThoseOfOtherPresets() {
    assertNotEquals(state(tiny(), sprites()), state(tiny().setCodeDistance("l1"), sprites()));
    assertNotEquals(state(tiny(), sprites()), state(tiny().setNoisePrior("normal"), sprites()));
    assertEquals("l1", new Oogan().setPreset("paper64").getCodeDistance());
    assertEquals("squared", new Oogan().getCodeDistance());
    assertEquals("uniform", new Oogan().getNoisePrior());
    assertRefused(
        () -> tiny().setCategories(2, 2).fit(sprites()), "oneHot", "without continuous codes");
  }

  @Test
  void everyPartCanBeSwitched() {
    Set<TrainingState> states =
        Set.of(
            state(tiny(), sprites()),
            state(tiny().setOneHot(false), sprites()),
            state(tiny().setOneCode(true), sprites()),
            state(tiny().setGrouped(false), sprites()),
            state(tiny().setCompeteFree(false), sprites()));
    assertEquals(5, states.size());
    Map<String, Double> losses =
        tiny().setOneHot(false).setGrouped(false).fit(sprites()).summary().rounds().get(0).losses();
    assertFalse(losses.containsKey("oneHot") || losses.containsKey("orthogonal"));
    assertTrue(losses.containsKey("Q"));
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertRefused(() -> tiny().setGamma(-1), "gamma", "at least");
    assertRefused(() -> tiny().setPreset("celeba32"), "preset", "chairs64");
    assertRefused(() -> tiny().setInstanceNoiseIter(-1), "instanceNoiseIter", "at least 0");
    assertRefused(
        () -> tiny().setNoiseDim(0).transformSchema(sprites().schema()),
        "noiseDim",
        "at least 1 with competeFree");
    tiny().setNoiseDim(0).setCompeteFree(false).transformSchema(sprites().schema());
  }
}
