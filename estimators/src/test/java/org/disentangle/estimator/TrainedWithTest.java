// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.ml.param.ParamMap;
import org.disentangle.error.InvalidInputException;
import org.disentangle.model.ImageClassifierModel;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.model.SelectedModel;
import org.disentangle.model.StyleContentModel;
import org.disentangle.model.TrainedModel;
import org.disentangle.model.TrainedWith;
import org.disentangle.model.VaeModel;
import org.disentangle.stage.Versions;
import org.disentangle.testing.SharedSpark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model knows what it was trained with, also when it is loaded, and can be trained again. */
@Tag("train")
class TrainedWithTest {

  @TempDir Path folder;

  private static InfoGanCr estimator() {
    return infoGanCr().setMaxIter(2).setCrStart(1).setLambda(0.3).setSeed(9);
  }

  @Test
  void everyValueIsKeptWhetherItWasSetOrNot() {
    TrainedWith trained = estimator().fit(sprites()).trainedWith();
    assertEquals(InfoGanCr.class.getName(), trained.type());
    assertEquals("0.3", trained.value("lambda"));
    assertEquals("small32", trained.value("preset"));
    assertEquals("9", trained.value("seed"));
    assertEquals(
        Double.toString(new InfoGanCr().getLearningRateG()), trained.value("learningRateG"));
    assertTrue(trained.set().contains("lambda"));
    assertFalse(trained.set().contains("learningRateG"));
    assertEquals(Versions.here(), trained.versions());
    assertEquals(sprites().count(), trained.data().images());
  }

  @Test
  void placesOfCheckpointsAreNoPartOfIt() {
    String checkpoints = folder.resolve("checkpoints").toString();
    assertEquals(
        estimator().fit(sprites()).trainedWith(),
        estimator().setCheckpointDir(checkpoints).fit(sprites()).trainedWith());
  }

  @Test
  void theDataAreKnownByTheirContents() {
    TrainedWith trained = estimator().fit(sprites()).trainedWith();
    assertEquals(trained.data(), estimator().fit(sprites().repartition(3)).trainedWith().data());
    assertFalse(trained.data().equals(estimator().fit(sprites().limit(40)).trainedWith().data()));
  }

  @Test
  void aLoadedModelKnowsItAndIsTrainedAgain() throws Exception {
    InfoGanCrModel model = estimator().fit(sprites());
    String path = folder.resolve("model").toString();
    model.save(path);
    InfoGanCrModel loaded = InfoGanCrModel.load(path);
    assertEquals(model.trainedWith(), loaded.trainedWith());
    assertEquals(model.trainedWith(), loaded.copy(ParamMap.empty()).trainedWith());
    assertTrue(
        loaded.toString().contains("InfoGanCr small32, averagingFrequency 2, batchSize 8"),
        loaded.toString());
    InfoGanCr again = loaded.trainedWith().estimator(InfoGanCr.class);
    assertEquals(0.3, again.getLambda());
    assertFalse(again.isSet(again.learningRateG()));
    assertEquals(model.data().state(), again.fit(sprites()).data().state());
  }

  @Test
  void anotherEstimatorIsRefused() {
    TrainedWith trained = estimator().fit(sprites()).trainedWith();
    String message =
        assertThrows(InvalidInputException.class, () -> trained.estimator(InfoGan.class))
            .getMessage();
    assertTrue(message.contains("InfoGanCr, which trained this model"), message);
    assertThrows(InvalidInputException.class, () -> TrainedWith.UNKNOWN.estimator(InfoGanCr.class));
  }

  @Test
  void everyKindOfModelHasIt() throws Exception {
    VaeModel vae = new BetaVae().setPreset("small32").setBatchSize(8).setMaxIter(1).fit(sprites());
    vae.save(folder.resolve("vae").toString());
    assertEquals(
        "4.0", VaeModel.load(folder.resolve("vae").toString()).trainedWith().value("beta"));
    StyleContentModel style =
        new StyleContentVaeGan()
            .setPreset("small32")
            .setBatchSize(8)
            .setMaxIter(1)
            .setLabelCol("factor_shape")
            .fit(sprites());
    style.save(folder.resolve("style").toString());
    TrainedModel loaded = StyleContentModel.load(folder.resolve("style").toString());
    assertEquals(style.trainedWith(), loaded.trainedWith());
    assertEquals("10.0", loaded.trainedWith().value("lambda"));
    ImageClassifierModel classifier =
        new ImageClassifier()
            .setLabelCol("factor_shape")
            .setEpochs(1)
            .setBatchSize(8)
            .fit(sprites());
    classifier.save(folder.resolve("classifier").toString());
    assertEquals(
        classifier.trainedWith(),
        ImageClassifierModel.load(folder.resolve("classifier").toString()).trainedWith());
    assertEquals("1", classifier.trainedWith().value("epochs"));
  }

  @Test
  void modelsSavedBeforeThisWasKeptKnowNothingAndSaySo() {
    SharedSpark.session();
    Path saved = SharedSpark.testData().resolve("models/format-1");
    for (TrainedWith trained :
        List.of(
            InfoGanCrModel.load(saved.resolve("InfoGanCrModel").toString()).trainedWith(),
            StyleContentModel.load(saved.resolve("StyleContentModel").toString()).trainedWith(),
            ImageClassifierModel.load(saved.resolve("ImageClassifierModel").toString())
                .trainedWith(),
            SelectedModel.load(saved.resolve("SelectedModel").toString()).trainedWith())) {
      assertEquals(TrainedWith.UNKNOWN, trained);
      assertEquals("not known", trained.toString());
      assertEquals("null", trained.toJson());
    }
  }
}
