// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.model.VaeModel;
import org.disentangle.selection.Ranked;
import org.disentangle.train.TrainingListener;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selections among models of a GAN and an autoencoder, which have other numbers of codes. */
@Tag("train")
class SelectionOverSystemsTest {

  private final AtomicInteger roundsOfGan = new AtomicInteger();
  private final AtomicInteger roundsOfVae = new AtomicInteger();
  private final InfoGanCr gan =
      infoGanCr().setMaxIter(2).setCrStart(0).addListener(counting(roundsOfGan));
  private final BetaTcVae vae =
      new BetaTcVae("betaTcVae_test")
          .setPreset("small32")
          .setNumCodes(3)
          .setBatchSize(8)
          .setMaxIter(2)
          .setAveragingFrequency(1)
          .addListener(counting(roundsOfVae));

  @TempDir Path folder;

  private static TrainingListener counting(AtomicInteger rounds) {
    return (round, progress) -> {
      rounds.incrementAndGet();
      return Wish.CONTINUE;
    };
  }

  private ModelCentrality centrality() {
    return new ModelCentrality("centrality")
        .setEstimators(gan, vae)
        .setNumRuns(2)
        .setSeed(7)
        .setNumVotes(40)
        .setVotesSampleSize(10)
        .setScaleSampleSize(100);
  }

  @Test
  void eachSystemIsTrainedWithEachSeedAndAllAreCompared() {
    SelectedModel selected = centrality().fit(sprites());
    assertEquals(List.of(2, 4), List.of(roundsOfGan.get(), roundsOfVae.get()));
    List<DisentangledModel<?>> models = selected.models();
    assertEquals(
        List.of("InfoGanCr seed 7", "InfoGanCr seed 8", "BetaTcVae seed 7", "BetaTcVae seed 8"),
        selected.ranked().names());
    assertInstanceOf(InfoGanCrModel.class, models.get(1));
    assertInstanceOf(VaeModel.class, models.get(2));
    assertEquals(
        vae.copy(new ParamMap()).setSeed(8).fit(sprites()).data().state(),
        models.get(3).data().state());
    assertCompared(selected.ranked(), 4);
    assertEquals(selected.ranked(), centrality().setParallelism(3).fit(sprites()).ranked());
    for (String relation : List.of("lasso", "spearman")) {
      Udr udr = new Udr().setModels(models).setRelation(relation).setSampleSize(60);
      assertCompared(udr.fit(sprites()).ranked(), 4);
    }
    assertEquals(
        selected.transformSchema(sprites().schema()).fieldNames().length,
        centrality().transformSchema(sprites().schema()).fieldNames().length);
  }

  private static void assertCompared(Ranked ranked, int models) {
    assertEquals(models, ranked.matrix().length);
    assertTrue(
        Arrays.stream(ranked.matrix())
            .flatMapToDouble(Arrays::stream)
            .allMatch(entry -> entry >= 0 && Double.isFinite(entry)),
        () -> Arrays.deepToString(ranked.matrix()));
    assertEquals(
        Arrays.stream(ranked.scores()).max().getAsDouble(), ranked.scores()[ranked.selected()]);
  }

  @Test
  void anInterruptedSelectionTrainsOnlyTheRest() throws Exception {
    String runs = folder.resolve("runs").toString();
    Ranked whole = centrality().setSubModelDir(runs).fit(sprites()).ranked();
    roundsOfGan.set(0);
    roundsOfVae.set(0);
    Files.delete(folder.resolve("runs/run-2/model/metadata/_SUCCESS"));
    ModelCentrality again = centrality().setSubModelDir(runs).setResume(true);
    assertEquals(whole, again.fit(sprites()).ranked());
    assertEquals(List.of(0, 2), List.of(roundsOfGan.get(), roundsOfVae.get()));
    vae.setBeta(3);
    assertRefused(() -> again.setEstimators(vae, gan).fit(sprites()), "training.json", "BetaTcVae");
  }

  @Test
  void runsAndSystemsAreAddedToWhatWasTrained() throws Exception {
    String runs = folder.resolve("added").toString();
    SelectedModel few = centrality().setEstimator(gan).setSubModelDir(runs).fit(sprites());
    roundsOfGan.set(0);
    ModelCentrality more = centrality().setEstimators(vae, gan).setNumRuns(3).setSubModelDir(runs);
    SelectedModel all = more.setResume(true).fit(sprites());
    assertEquals(List.of(1, 6), List.of(roundsOfGan.get(), roundsOfVae.get()));
    assertEquals(few.models().get(1).data().state(), all.models().get(4).data().state());
    assertEquals(
        centrality().setEstimators(vae, gan).setNumRuns(3).fit(sprites()).ranked(), all.ranked());
    roundsOfGan.set(0);
    roundsOfVae.set(0);
    assertEquals(all.ranked(), more.fit(sprites()).ranked());
    assertEquals(List.of(0, 0), List.of(roundsOfGan.get(), roundsOfVae.get()));
  }

  @Test
  void itIsSavedAndCopiedWithAllSystems() throws Exception {
    String path = folder.resolve("selection").toString();
    ModelCentrality changed =
        centrality().copy(new ParamMap().put(vae.beta(), 9.0).put(gan.lambda(), 0.25));
    changed.save(path);
    ModelCentrality loaded = ModelCentrality.load(path);
    SelectedModel selected = loaded.fit(sprites());
    assertEquals("9.0", selected.models().get(2).trainedWith().value("beta"));
    assertEquals("0.25", selected.models().get(0).trainedWith().value("lambda"));
    String chosen = folder.resolve("selected").toString();
    selected.save(chosen);
    assertEquals(selected.ranked(), SelectedModel.load(chosen).ranked());
    assertEquals(4, selected.ranked().names().size());
  }

  @Test
  void whatOneSystemRefusesIsRefusedBeforeTheFirstIsTrained() {
    ParamMap[] grid = new ParamGridBuilder().addGrid(gan.lambda(), new double[] {0, 1}).build();
    assertRefused(
        () -> centrality().setEstimatorParamMaps(grid).fit(sprites()),
        "centrality: ",
        "estimatorParamMaps",
        "found 2",
        "several estimators");
    assertRefused(
        () -> centrality().setEstimatorParamMaps(grid).save(folder.resolve("no").toString()),
        "estimatorParamMaps");
    BetaTcVae other = vae.copy(new ParamMap());
    assertRefused(
        () -> centrality().setEstimators(gan, other.setCodesCol("z")).fit(sprites()),
        "centrality: ",
        "estimators",
        "betaTcVae_test",
        "z array");
    assertRefused(
        () -> centrality().setEstimators(gan, other.setImageCol("no")).fit(sprites()),
        "centrality: ",
        "betaTcVae_test",
        "imageCol");
    assertRefused(() -> centrality().setEstimators().fit(sprites()), "setEstimator");
    assertEquals(0, roundsOfGan.get() + roundsOfVae.get());
  }
}
