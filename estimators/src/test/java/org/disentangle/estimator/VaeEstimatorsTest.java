// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.VaeModel;
import org.disentangle.train.History;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Fitting the autoencoders: determinism, resuming, hybrids, selection. */
@Tag("train")
class VaeEstimatorsTest {

  @TempDir Path folder;

  private static <E extends VaeEstimator<E>> E tiny(E estimator) {
    estimator.setPreset("small32");
    estimator.setNumCodes(2);
    estimator.setBatchSize(4);
    estimator.setLearningRate(1e-3);
    estimator.setAveragingFrequency(2);
    return estimator.setMaxIter(4);
  }

  /** Beside what each of them does by default, which is tested of every system. */
  private static List<VaeEstimator<?>> variants() {
    return List.of(
        tiny(new FactorVae().setAlpha(2).setCrStart(1).setGap(0.5)),
        tiny(new BetaVae().setObjective("capacity").setCapacity(3).setCapacityIter(3)));
  }

  @Test
  void theModelDependsOnTheDataAndNotOnTheirOrderOrPartitions() {
    Dataset<Row> data = sprites().cache();
    FactorVae estimator = tiny(new FactorVae()).setAlpha(2).setCrStart(1).setNumWorkers(2);
    VaeModel model = estimator.fit(data.coalesce(1));
    Dataset<Row> other = data.sort(functions.desc("value_posX")).repartition(5);
    assertEquals(model.data().state(), estimator.fit(other).data().state());
    assertNotEquals(model.data().state(), estimator.setSeed(43).fit(data).data().state());
  }

  @TestFactory
  Stream<DynamicTest> anInterruptedTrainingIsResumedBitByBit() {
    return variants().stream()
        .map(estimator -> dynamicTest(estimator.uid(), () -> resume(estimator)));
  }

  private void resume(VaeEstimator<?> estimator) {
    VaeModel whole = estimator.fit(sprites());
    VaeEstimator<?> half = (VaeEstimator<?>) estimator.copy(ParamMap.empty());
    half.setCheckpointDir(folder.resolve(estimator.uid() + "-checkpoints").toString());
    half.setCheckpointInterval(2);
    half.addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
    assertEquals(2, half.fit(sprites()).data().state().iteration());
    VaeEstimator<?> rest = (VaeEstimator<?>) estimator.copy(ParamMap.empty());
    rest.setCheckpointDir(half.getCheckpointDir());
    rest.setResume(true);
    assertEquals(whole.data().state(), rest.fit(sprites()).data().state());
  }

  @Test
  void trainingLowersTheReconstructionError() {
    History history = tiny(new BetaVae().setBeta(1)).setMaxIter(60).fit(sprites()).summary();
    double first = history.rounds().get(0).losses().get("reconstruction");
    double last = history.last().losses().get("reconstruction");
    assertTrue(last < 0.6 * first, first + " to " + last);
  }

  @Test
  void hybridsDifferFromWhatTheyAreMadeOfAndKeepItsNetworks() {
    VaeModel factor = tiny(new FactorVae()).fit(sprites());
    VaeModel contrasted = tiny(new FactorVae()).setAlpha(1).setCrStart(2).fit(sprites());
    assertNotEquals(factor.data().state(), contrasted.data().state());
    assertEquals(
        factor.data().state().networks().keySet(), contrasted.data().state().networks().keySet());
    assertTrue(contrasted.summary().rounds().get(1).losses().containsKey("CR"));
    assertFalse(contrasted.summary().rounds().get(0).losses().containsKey("CR"));
    InfoGanCrModel gan = TinyTraining.infoGanCr().fit(sprites());
    InfoGanCrModel correlated = TinyTraining.infoGanCr().setGammaTc(5).fit(sprites());
    assertNotEquals(gan.data().state(), correlated.data().state());
    assertEquals(
        gan.data().state().networks().keySet(), correlated.data().state().networks().keySet());
    assertTrue(correlated.summary().rounds().get(0).losses().containsKey("totalCorrelation"));
    InvalidInputException late =
        assertThrows(
            InvalidInputException.class,
            () -> tiny(new FactorVae()).setAlpha(1).setCrStart(4).fit(sprites()));
    assertTrue(late.getMessage().contains("crStart"), late.getMessage());
  }

  @Test
  void onlyFactorVaeHasADiscriminatorAndItsLosses() {
    VaeModel factor = tiny(new FactorVae()).fit(sprites());
    VaeModel beta = tiny(new BetaVae()).fit(sprites());
    assertTrue(factor.data().state().networks().containsKey("TC"));
    assertFalse(beta.data().state().networks().containsKey("TC"));
    assertTrue(factor.summary().rounds().get(0).losses().containsKey("density"));
    assertFalse(beta.summary().rounds().get(0).losses().containsKey("density"));
  }

  @Test
  void whatMakesNoSenseIsRefusedBeforeTraining() {
    InvalidInputException alone =
        assertThrows(
            InvalidInputException.class,
            () -> tiny(new FactorVae()).setBatchSize(1).fit(sprites()));
    assertTrue(alone.getMessage().contains("batchSize"), alone.getMessage());
    InvalidInputException preset =
        assertThrows(InvalidInputException.class, () -> new FactorVae().setPreset("celeba32"));
    assertTrue(preset.getMessage().contains("dsprites"), preset.getMessage());
    InvalidInputException nowhere =
        assertThrows(
            InvalidInputException.class,
            () -> tiny(new BetaTcVae()).setResume(true).fit(sprites()));
    assertTrue(nowhere.getMessage().contains("checkpointDir"), nowhere.getMessage());
  }

  @Test
  void modelsOfMixedKindsAreSelectedFrom() throws Exception {
    InfoGanCrModel gan = TinyTraining.infoGanCr().fit(sprites());
    VaeModel vae = tiny(new BetaVae()).fit(sprites());
    VaeModel other = tiny(new FactorVae()).fit(sprites());
    List<DisentangledModel<?>> models = List.of(gan, vae, other);
    for (ModelSelection<?> selection :
        List.<ModelSelection<?>>of(
            new ModelCentrality().setNumVotes(8).setVotesSampleSize(5).setScaleSampleSize(20),
            new Udr().setSampleSize(20),
            new Udr().setRelation("spearman").setSampleSize(20))) {
      var selected = selection.setModels(models).fit(sprites());
      assertEquals(3, selected.ranked().scores().length);
      assertEquals(selected.ranked(), selection.fit(sprites().repartition(3)).ranked());
      Path path = folder.resolve(selection.uid());
      selected.save(path.toString());
      var loaded = org.disentangle.model.SelectedModel.load(path.toString());
      assertEquals(
          models.stream().map(DisentangledModel::data).toList(),
          loaded.models().stream().map(DisentangledModel::data).toList());
      assertEquals(selected.ranked(), loaded.ranked());
    }
  }

  @Test
  void anyEstimatorIsTrainedSeveralTimes() {
    var selected =
        new ModelCentrality()
            .setNumVotes(8)
            .setVotesSampleSize(5)
            .setScaleSampleSize(20)
            .setEstimator(tiny(new FactorVae()))
            .setNumRuns(2)
            .setSubModelDir(folder.resolve("runs").toString())
            .fit(sprites());
    assertEquals(
        Map.of("VaeModel", 2L),
        selected.models().stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    model -> model.getClass().getSimpleName(),
                    java.util.stream.Collectors.counting())));
  }
}
