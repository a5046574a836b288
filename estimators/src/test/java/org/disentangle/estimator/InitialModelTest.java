// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertFitRefused;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.DisentangledModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.SavedTraining;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.VaeModel;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.round.RoundLoop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that start from trained weights, and models of checkpoints. */
@Tag("train")
class InitialModelTest {

  @TempDir static Path folder;

  @BeforeAll
  static void trainAnAutoencoder() throws Exception {
    vae().fit(sprites()).save(path("vae"));
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  private static BetaVae vae() {
    return new BetaVae("vae").setPreset("small32").setBatchSize(8).setNumCodes(2).setMaxIter(2);
  }

  private static FactorVae factorVae() {
    return new FactorVae("factorVae")
        .setPreset("small32")
        .setBatchSize(8)
        .setNumCodes(2)
        .setMaxIter(1);
  }

  /** The discriminator of FactorVAE, which the autoencoder has not, starts afresh. */
  @Test
  void anotherSystemGoesOnWithTheNetworksTheyShare() {
    VaeModel before = VaeModel.load(path("vae"));
    VaeModel after = factorVae().setLearningRate(1e-30).setInitialModel(path("vae")).fit(sprites());
    before
        .data()
        .networks()
        .architectures()
        .keySet()
        .forEach(
            name ->
                assertEquals(
                    before.data().state().network(name).parameters()[7],
                    after.data().state().network(name).parameters()[7],
                    name));
    VaeModel fresh = factorVae().setLearningRate(1e-30).fit(sprites());
    assertNotEquals(fresh.data().state(), after.data().state());
    assertEquals(1, after.data().state().iteration());
    assertEquals(path("vae"), after.trainedWith().value("initialModel"));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertFitRefused(
        infoGanCr().setInitialModel(path("vae")),
        sprites(),
        "infoGanCr_test: parameter initialModel: found ",
        "a model with networks [",
        "expected a model with some of the networks [D, G, H]");
    assertFitRefused(
        infoGanCr().setInitialModel(path("nothing")),
        sprites(),
        "infoGanCr_test: parameter initialModel: ",
        "nothing",
        "the folder of a saved stage");
    InvalidInputException other =
        assertThrows(
            InvalidInputException.class,
            () -> vae().setNumCodes(3).setInitialModel(path("vae")).fit(sprites()));
    assertEquals(1, other.getMessage().split("found ").length - 1, other::getMessage);
  }

  @Test
  void aCheckpointIsTheModelOfItsTraining() throws Exception {
    infoGanCr().setCheckpointDir(path("checkpoints")).setCheckpointInterval(2).fit(sprites());
    DisentangledModel<?> newest = DisentangledModel.fromCheckpoint(path("checkpoints"));
    DisentangledModel<?> first = DisentangledModel.fromCheckpoint(path("checkpoints"), 2);
    assertEquals(4, newest.summary().last().iteration());
    assertEquals(2, first.summary().last().iteration());
    assertEquals(sprites().count(), newest.setAppendGenerated(false).transform(sprites()).count());
    first.write().save(path("first"));
    assertEquals(first.data().state(), InfoGanCrModel.load(path("first")).data().state());
    refused(() -> DisentangledModel.fromCheckpoint(path("checkpoints"), 3), "iteration 3");
    refused(() -> DisentangledModel.fromCheckpoint(path("nothing")), "no checkpoint");
  }

  @Test
  void checkpointsOfAnotherKindOfModelAreRefused() {
    new StyleContentVaeGan()
        .setPreset("small32")
        .setBatchSize(8)
        .setMaxIter(1)
        .setLabelCol("factor_shape")
        .setCheckpointDir(path("style"))
        .fit(sprites());
    refused(() -> DisentangledModel.fromCheckpoint(path("style")), "StyleContentModel");
    StyleContentModel model =
        new SavedTraining(SharedSpark.session(), path("style")).newest(StyleContentModel.class);
    assertEquals(1, model.summary().last().iteration());
  }

  /** As earlier versions wrote them. */
  @Test
  void checkpointsThatDoNotSayWhatTheyAreAreRefused() {
    InfoGanCr estimator = infoGanCr().setMaxIter(1).setCrStart(0).setCheckpointDir(path("old"));
    JavaRDD<float[]> images =
        TinyTraining.sprites("array", 32)
            .select("image")
            .javaRDD()
            .map(row -> floats(row.getList(0)));
    new RoundLoop(TinyTraining.procedure(estimator), estimator.trainingSettings())
        .run(images, List.of());
    refused(
        () -> DisentangledModel.fromCheckpoint(path("old")),
        "a checkpoint of iteration 1 that does not say what its model is");
  }

  private static float[] floats(List<Float> values) {
    float[] pixels = new float[values.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = values.get(i);
    }
    return pixels;
  }

  private static void refused(Executable work, String part) {
    TinyTraining.assertRefused(work, part, "checkpoints: ");
  }
}
