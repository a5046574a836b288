// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.evaluator;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selections among tiny trainings: what is trained, kept, resumed, scored and saved. */
@Tag("train")
class ModelSelectionTest {

  private final AtomicInteger rounds = new AtomicInteger();
  private final InfoGanCr estimator =
      infoGanCr()
          .setMaxIter(2)
          .setCrStart(0)
          .addListener(
              (round, progress) -> {
                rounds.incrementAndGet();
                return Wish.CONTINUE;
              });

  @TempDir Path folder;

  private ModelCentrality centrality() {
    return new ModelCentrality()
        .setEstimator(estimator)
        .setNumRuns(3)
        .setNumVotes(40)
        .setVotesSampleSize(10)
        .setScaleSampleSize(100);
  }

  private Udr udr() {
    return new Udr().setEstimator(estimator).setNumRuns(3).setSampleSize(60);
  }

  private SupervisedSelection supervised() {
    return new SupervisedSelection()
        .setEstimator(estimator)
        .setNumRuns(2)
        .setEvaluator(evaluator());
  }

  @Test
  void everyRunHasItsSeedAndGridPointAndTheBestIsSelected() {
    ParamMap[] grid =
        new ParamGridBuilder().addGrid(estimator.lambda(), new double[] {0, 1}).build();
    SelectedModel selected =
        centrality().setNumRuns(2).setEstimatorParamMaps(grid).setSeed(7).fit(sprites());
    List<DisentangledModel<?>> models = selected.models();
    assertEquals(4, models.size());
    assertEquals(
        estimator.copy(grid[1]).setSeed(8).fit(sprites()).data().state(),
        models.get(3).data().state());
    double[] scores = selected.ranked().scores();
    assertEquals(Arrays.stream(scores).max().getAsDouble(), scores[selected.ranked().selected()]);
    assertEquals(models.get(selected.ranked().selected()).data(), selected.best().data());
    assertEquals(4, selected.ranked().matrix().length);
    SelectedModel together =
        centrality()
            .setNumRuns(2)
            .setEstimatorParamMaps(grid)
            .setSeed(7)
            .setParallelism(3)
            .fit(sprites());
    assertEquals(selected.ranked(), together.ranked());
  }

  @Test
  void modelsThatAreGivenAreNotTrained() {
    List<DisentangledModel<?>> models = supervised().fit(sprites()).models();
    int before = rounds.get();
    for (ModelSelection<?> selection : List.of(centrality(), udr(), supervised())) {
      SelectedModel selected = selection.setModels(models).fit(sprites().repartition(3));
      assertEquals(2, selected.ranked().scores().length);
      assertEquals(selected.ranked(), selection.fit(sprites().coalesce(1)).ranked());
    }
    assertEquals(before, rounds.get());
    double[] scores = supervised().setModels(models).fit(sprites()).ranked().scores();
    assertEquals(evaluator().evaluate(models.get(1).transform(sprites())), scores[1]);
  }

  @Test
  void anInterruptedSelectionTrainsOnlyTheRest() throws Exception {
    ModelCentrality selection = centrality().setSubModelDir(folder.resolve("runs").toString());
    SelectedModel whole = selection.fit(sprites());
    assertEquals(3, rounds.getAndSet(0));
    assertRefused(() -> selection.fit(sprites()), "subModelDir", "not empty", "Set resume");
    Files.delete(folder.resolve("runs/run-1/model/metadata/_SUCCESS"));
    SelectedModel resumed = selection.setResume(true).fit(sprites());
    assertEquals(1, rounds.getAndSet(0));
    assertEquals(whole.ranked(), resumed.ranked());
    for (int i = 0; i < 3; i++) {
      assertEquals(whole.models().get(i).data().state(), resumed.models().get(i).data().state());
    }
    assertRefused(
        () -> selection.copy(new ParamMap().put(estimator.lambda(), 0.7)).fit(sprites()),
        "training.json",
        "0.7");
    assertEquals(0, rounds.get());
    Files.writeString(folder.resolve("runs/run-2/training.json"), "");
    assertEquals(whole.ranked(), selection.fit(sprites()).ranked());
    assertEquals(1, rounds.get());
  }

  @Test
  void aGridIsAddedToWhatWasTrained() {
    ModelCentrality selection =
        centrality().setNumRuns(2).setSubModelDir(folder.resolve("grid").toString());
    SelectedModel one = selection.setEstimatorParamMaps(lambda(0.3)).fit(sprites());
    rounds.set(0);
    SelectedModel three =
        selection
            .setResume(true)
            .setNumRuns(3)
            .setEstimatorParamMaps(lambda(0.1), lambda(0.3))
            .fit(sprites());
    assertEquals(4, rounds.get());
    assertEquals(one.models().get(1).data().state(), three.models().get(4).data().state());
  }

  private ParamMap lambda(double value) {
    return new ParamMap().put(estimator.lambda(), value);
  }

  @Test
  void aSelectionOfMixedRelationsAndSeedsDiffers() {
    List<DisentangledModel<?>> models = centrality().fit(sprites()).models();
    double[] lasso = udr().setModels(models).fit(sprites()).ranked().scores();
    double[] other = udr().setModels(models).setSeed(1).fit(sprites()).ranked().scores();
    double[] spearman =
        udr().setModels(models).setRelation("spearman").fit(sprites()).ranked().scores();
    assertTrue(Arrays.stream(spearman).allMatch(score -> score >= 0 && score <= 1));
    assertNotEquals(Arrays.toString(lasso), Arrays.toString(spearman));
    assertNotEquals(Arrays.toString(lasso), Arrays.toString(other));
  }

  @Test
  void whatLeavesNoChoiceIsRefused() {
    assertRefused(() -> new Udr("u").fit(sprites()), "u: ", "estimator", "setEstimator");
    assertRefused(() -> centrality().setNumRuns(1).fit(sprites()), "numRuns", "at least 2");
    assertRefused(
        () -> new SupervisedSelection().setEstimator(estimator).fit(sprites()), "setEvaluator");
    assertEquals(0, rounds.get());
  }
}
