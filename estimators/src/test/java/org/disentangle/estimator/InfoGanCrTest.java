// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.net.TrainingState;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.procedure.Presets;
import org.disentangle.testing.StageContract;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fitting: the contract of stages, pipelines, determinism, listeners, own networks. */
@Tag("train")
class InfoGanCrTest {

  @TempDir Path folder;

  private static TrainingState state(InfoGanCr estimator, Dataset<Row> data) {
    return estimator.fit(data).data().state();
  }

  @Test
  void keepsTheContractOfStages() {
    StageContract.check(
        infoGanCr().setSeed(9).setLambda(0.3).setImageFormat("array"), folder, sprites());
  }

  @Test
  void aPipelineIsFittedSavedAndLoaded() throws Exception {
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {infoGanCr()});
    pipeline.save(folder.resolve("pipeline").toString());
    PipelineModel fitted = Pipeline.load(folder.resolve("pipeline").toString()).fit(sprites());
    fitted.save(folder.resolve("fitted").toString());
    PipelineModel loaded = PipelineModel.load(folder.resolve("fitted").toString());
    assertEquals(
        fitted.transform(sprites()).collectAsList(), loaded.transform(sprites()).collectAsList());
    InfoGanCrModel model = (InfoGanCrModel) loaded.stages()[0];
    assertEquals(2, model.summary().rounds().size());
    assertEquals(((InfoGanCrModel) fitted.stages()[0]).summary(), model.summary());
  }

  @Test
  void theModelDependsOnTheDataAndNotOnTheirOrderOrPartitions() {
    Dataset<Row> data = sprites().cache();
    TrainingState state = state(infoGanCr(), data.coalesce(1));
    assertEquals(state, state(infoGanCr(), data.sort(functions.desc("value_posX")).repartition(5)));
    assertNotEquals(state, state(infoGanCr().setSeed(43), data), "another seed");
  }

  @Test
  void theNumberOfWorkersIsPartOfWhatIsComputed() {
    TrainingState one = state(infoGanCr(), sprites());
    TrainingState two = state(infoGanCr().setNumWorkers(2), sprites());
    assertNotEquals(one, two);
    assertEquals(two, state(infoGanCr().setNumWorkers(2), sprites().repartition(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "array", "vector"})
  void imagesOfEveryFormatGiveTheSameModel(String format) {
    InfoGanCr estimator = infoGanCr().setMaxIter(2).setAlpha(0);
    assertEquals(state(estimator, sprites()), state(estimator, sprites(format, 32)));
  }

  @Test
  void columnNamesMayHoldDotsAndSpaces() {
    InfoGanCr named = infoGanCr().setMaxIter(1).setAlpha(0).setImageCol("my.image col");
    Dataset<Row> data = sprites().withColumnRenamed("image", "my.image col");
    assertEquals(
        state(infoGanCr().setMaxIter(1).setAlpha(0), sprites()), named.fit(data).data().state());
    assertTrue(List.of(named.fit(data).transform(data).columns()).contains("generated"));
  }

  @Test
  void listenersHearEveryRoundAndMayStop() {
    List<Long> heard = new ArrayList<>();
    InfoGanCr estimator =
        infoGanCr()
            .setMaxIter(100)
            .addListener(
                (round, progress) -> {
                  heard.add(round.iteration());
                  return round.iteration() == 4 ? Wish.STOP : Wish.CONTINUE;
                });
    InfoGanCrModel model =
        estimator.copy(org.apache.spark.ml.param.ParamMap.empty()).fit(sprites());
    assertEquals(List.of(2L, 4L), heard);
    assertEquals(4, model.data().state().iteration());
    assertEquals(2, model.summary().rounds().size());
  }

  @Test
  void whatAListenerThrowsEndsTheTraining() {
    IllegalArgumentException own = new IllegalArgumentException("enough");
    InfoGanCr estimator =
        infoGanCr()
            .addListener(
                (round, progress) -> {
                  throw own;
                });
    assertSame(own, assertThrows(IllegalArgumentException.class, () -> estimator.fit(sprites())));
  }

  @Test
  void ownNetworksAreTrained() {
    InfoGanCrModel preset = infoGanCr().fit(sprites());
    String json = NetworksJson.write(preset.data().networks());
    String wider = json.replace("\"outputs\":128", "\"outputs\":96");
    assertNotEquals(json, wider);
    InfoGanCrModel own = infoGanCr().setArchitecture(wider).fit(sprites());
    assertEquals(wider, NetworksJson.write(own.data().networks()));
    assertTrue(
        own.data().state().network("G").parameters().length
            < preset.data().state().network("G").parameters().length);
    assertEquals(
        preset.data().state(), state(infoGanCr().setArchitecture(json), sprites()), "the same");
  }

  @Test
  void aScheduleScalesWithAnyNumberOfIterations() {
    for (String preset : List.of("dsprites", "teapots", "small32")) {
      for (long maxIter = 1; maxIter < 40; maxIter++) {
        InfoGanCr estimator = new InfoGanCr().setPreset(preset).setMaxIter(maxIter);
        assertTrue(estimator.getCrStart() < maxIter, preset + " " + maxIter);
        assertTrue(estimator.getGapSwitch() >= estimator.getCrStart(), preset + " " + maxIter);
      }
      InfoGanCr whole = new InfoGanCr().setPreset(preset);
      assertEquals(
          Presets.of(whole.presets(), whole.getPreset()).schedule().crStart(), whole.getCrStart());
    }
  }
}
