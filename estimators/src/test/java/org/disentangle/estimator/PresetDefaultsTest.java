// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.types.StructType;
import org.disentangle.testing.EverySystem;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of presets are defaults for Spark too, whichever way a preset is set. */
class PresetDefaultsTest {

  @TempDir Path folder;

  static List<Estimator<?>> estimators() {
    return EverySystem.estimators();
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void everyParamHasAValueAndIsExplained(Estimator<?> estimator) {
    for (Param<?> param : estimator.params()) {
      assertTrue(estimator.isDefined(param), param.toString());
      assertTrue(estimator.extractParamMap().contains(param), param.toString());
    }
    String explained = estimator.explainParams();
    assertFalse(explained.contains("undefined"), explained);
    assertFalse(explained.contains("[I@"), explained);
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void theyFollowThePreset(Estimator<?> estimator) {
    Param<Object> maxIter = estimator.getParam("maxIter");
    Object before = estimator.getOrDefault(maxIter);
    Param<Object> preset = estimator.getParam("preset");
    estimator.set(preset, "small32");
    Object after = estimator.getOrDefault(maxIter);
    assertNotEquals(before, after);
    assertFalse(estimator.isSet(maxIter));
    estimator.clear(preset);
    assertEquals(before, estimator.getOrDefault(maxIter));
    Params copy = estimator.copy(new ParamMap().put(preset, "small32"));
    assertEquals(after, copy.getOrDefault(copy.getParam("maxIter")));
  }

  @Test
  void aGridOverPresetsHasTheValuesOfEach() {
    InfoGanCr estimator = new InfoGanCr();
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(estimator.preset(), scala("dsprites", "celeba32", "small32"))
            .build();
    assertEquals(3, grid.length);
    for (ParamMap point : grid) {
      InfoGanCr copy = estimator.copy(point);
      InfoGanCr fresh = new InfoGanCr().setPreset(copy.getPreset());
      for (Param<?> param : copy.params()) {
        assertEquals(fresh.explainParam(fresh.getParam(param.name())), copy.explainParam(param));
      }
    }
  }

  private static scala.collection.Iterable<String> scala(String... values) {
    return scala.collection.JavaConverters.iterableAsScalaIterable(List.of(values));
  }

  @Test
  void defaultsThatFollowFromOtherParamsFollowThem() {
    InfoGanCr estimator = new InfoGanCr().setMaxIter(1000);
    assertEquals(estimator.getCrStart(), estimator.getOrDefault(estimator.crStart()));
    assertTrue(estimator.getCrStart() < 1000);
    estimator.setAdversarialLoss("wasserstein-gp");
    assertEquals(10.0, estimator.getOrDefault(estimator.gradientPenalty()));
    estimator.setLambda(0.7);
    assertEquals(0.7, estimator.getOrDefault(estimator.lambdaCategorical()));
    InfoGan digits = new InfoGan().setPreset("mnist28");
    assertArrayEquals(digits.getCategories(), digits.getOrDefault(digits.categories()));
    assertTrue(digits.explainParam(digits.categories()).endsWith("(default: [10])"));
  }

  @ParameterizedTest
  @MethodSource("estimators")
  void whatSparkExtractsCanBeSet(Estimator<?> estimator) {
    StructType images =
        TinyTraining.sprites("image", 64).withColumnRenamed("factor_shape", "label").schema();
    estimator.set(
        estimator.getParam("preset"), estimator.getOrDefault(estimator.getParam("preset")));
    Estimator<?> copy = estimator.copy(estimator.extractParamMap());
    for (Param<?> param : copy.params()) {
      assertTrue(copy.isSet(param), param.toString());
    }
    if (!(estimator instanceof StyleContentVaeGan)) { // its default preset takes 28 pixels
      assertTrue(copy.transformSchema(images).length() > images.length());
    }
  }

  @Test
  void savedPresetsStayPresetsAndSetNothingElse() throws Exception {
    SharedSpark.session();
    String path = folder.resolve("estimator").toString();
    new InfoGanCr().setPreset("small32").save(path);
    InfoGanCr loaded = InfoGanCr.load(path);
    long small = loaded.getMaxIter();
    assertFalse(loaded.isSet(loaded.maxIter()));
    assertNotEquals(small, loaded.setPreset("dsprites").getMaxIter());
  }

  @Test
  void theBatchOfTrainingIsNotTheModelsUnlessItIsSet() {
    InfoGanCr estimator = new InfoGanCr().setPreset("cdsprites").setMaxIter(1).setAlpha(0);
    assertEquals(30, estimator.getBatchSize());
    assertEquals(64, estimator.fit(TinyTraining.sprites("image", 64)).getBatchSize());
    estimator.setBatchSize(20);
    assertEquals(20, estimator.fit(TinyTraining.sprites("image", 64)).getBatchSize());
  }

  /** A saved estimator or a command line may have the name that a preset had before. */
  @Test
  void aFormerNameOfAPresetStandsForIt() throws Exception {
    SharedSpark.session();
    String path = folder.resolve("former").toString();
    InfoGan former = new InfoGan().setPreset("celeba32-infogan");
    assertEquals(10, former.getCategories().length);
    former.save(path);
    assertEquals(80_000, InfoGan.load(path).getMaxIter());
    assertFalse(former.explainParams().contains("\"celeba32-infogan\""), former::explainParams);
  }
}
