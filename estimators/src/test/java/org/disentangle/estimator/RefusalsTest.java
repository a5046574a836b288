// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertFitRefused;
import static org.disentangle.estimator.TinyTraining.assertRefused;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;

import java.util.Collections;
import java.util.Locale;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.latent.LatentSpace;
import org.disentangle.net.architecture.NetworksJson;
import org.disentangle.net.infogan.InfoGanCrNetworks;
import org.disentangle.net.infogan.InfoGanCrPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code fit} refuses before it trains, and how it says so. */
class RefusalsTest {

  private static final String GREY_16 =
      "named_struct('origin','','height',16,'width',16,'nChannels',1,'mode',0,"
          + "'data',unhex(repeat('00',256)))";
  private static final String COLOUR_32 =
      "named_struct('origin','','height',32,'width',32,'nChannels',3,'mode',16,"
          + "'data',unhex(repeat('00',3072)))";

  private static Dataset<Row> withCell(String format, String condition, String cell) {
    return sprites(format, 32)
        .withColumn(
            "image",
            functions
                .expr(String.format(Locale.ROOT, "if(%s, %s, image)", condition, cell))
                .as("image"));
  }

  @Test
  void columnsThatAreMissingOrOfTheWrongType() {
    assertFitRefused(
        infoGanCr().setImageCol("images"), sprites(), "column 'images'", "imageCol", "'image'");
    assertFitRefused(
        infoGanCr().setImageCol("factor_shape"), sprites(), "'factor_shape'", "type int", "image");
    assertFitRefused(
        infoGanCr(),
        sprites().withColumn("generated", functions.lit(1)),
        "column 'generated'",
        "generatedCol");
    assertFitRefused(
        infoGanCr().setGeneratedCol("codes"), sprites(), "column 'codes'", "generatedCol");
  }

  /** A model that no later step would take is not trained. */
  @Test
  void columnsUnderOneName() {
    assertFitRefused(
        infoGanCr().setNoiseCol("codes"),
        sprites(),
        "parameter noiseCol: found 'codes'; expected another column than that of codesCol");
    assertFitRefused(
        infoGanCr().setNoiseCol("Generated"),
        sprites(),
        "parameter noiseCol: found 'Generated'",
        "generatedCol");
    assertFitRefused(
        infoGanCr().setCodesCol("noise").setAppendCodes(false),
        sprites(),
        "parameter codesCol: found 'noise'; expected another column than that of noiseCol");
    assertFitRefused(
        infoGanCr().setGeneratedCol("noise").setAppendGenerated(false),
        sprites(),
        "parameter generatedCol: found 'noise'");
  }

  @Test
  void listenersThatAreNone() {
    assertRefused(
        () -> infoGanCr().addListener(null),
        "parameter listener: found null; expected a TrainingListener");
    assertRefused(
        () -> infoGanCr().addModelListener(null),
        "parameter listener: found null; expected a ModelListener");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "image; factor_shape = 2; GREY;    an image of 1x16x16; images of 1x32x32",
        "image; true;             GREY;    an image of 1x16x16; images of 1x32x32",
        "image; true;             COLOUR;  an image of 3x32x32; images of 1x32x32",
        "image; value_posX = 0;   null;    null;                na().drop()",
        "array; value_posX = 0;   array_repeat(float('NaN'), 1024); NaN at channel 0; [0, 1]",
        "array; value_posX = 0;   array_repeat(1.25f, 1024); 1.25 at channel 0; Rescale",
        "array; value_posX = 0;   array_repeat(0f, 1000);    1000 values; 1024 values",
        "array; value_posX = 0;   array_repeat(cast(null as float), 1024); null as value 0; [0, 1]",
      })
  void images(String format, String condition, String cell, String found, String rest) {
    String sql = cell.replace("GREY", GREY_16).replace("COLOUR", COLOUR_32);
    assertFitRefused(
        infoGanCr(), withCell(format, condition, sql), "column \"image\"", found, rest);
  }

  @Test
  void imagesWhoseColumnTellsAnotherShape() {
    assertFitRefused(
        infoGanCr(), sprites("array", 64), "column 'image'", "1x64x64", "1x32x32", "imageSize");
  }

  @Test
  void dataThatDoesNotFillABatch() {
    assertFitRefused(infoGanCr(), sprites().limit(0), "no images", "batch of 8");
    assertFitRefused(infoGanCr(), sprites().limit(7), "gets 7 images", "batchSize = 8");
    assertFitRefused(
        infoGanCr().setNumWorkers(30), sprites(), "of 30 gets", "fewer workers (numWorkers)");
  }

  /** Memory for as many shards would be asked for before any image is counted. */
  @Test
  void moreWorkersAndModelsThanCanBeHeld() {
    assertRefused(
        () -> infoGanCr().setNumWorkers(Integer.MAX_VALUE),
        "parameter numWorkers: found 2147483647; expected a whole number from 1 to 10000");
    ModelCentrality many =
        new ModelCentrality()
            .setEstimator(infoGanCr())
            .setNumRuns(10_000)
            .setEstimatorParamMaps(
                Collections.nCopies(11, ParamMap.empty()).toArray(ParamMap[]::new));
    assertRefused(
        () -> many.transformSchema(sprites().schema()),
        "parameter numRuns: found 110000; expected at most 100000 models");
  }

  @Test
  void presetsAndParamsOutOfRange() {
    assertRefused(
        () -> infoGanCr().setPreset("Dsprites"),
        "infoGanCr_test",
        "parameter preset",
        "'Dsprites'",
        "'dsprites'",
        "Case matters");
    assertRefused(() -> infoGanCr().setLambda(-1), "infoGanCr_test", "lambda", "-1.0", "at least");
    assertRefused(() -> infoGanCr().setAlpha(Double.NaN), "parameter alpha", "NaN", "finite");
    assertRefused(() -> infoGanCr().setMaxIter(0), "parameter maxIter", "found 0");
    assertRefused(() -> infoGanCr().setGap(2), "parameter gap", "found 2.0", "span -1 to 1");
    assertRefused(() -> infoGanCr().setLearningRateG(0), "learningRateG", "above 0.0");
    assertRefused(() -> infoGanCr().setCheckpointDir(null), "checkpointDir", "null");
  }

  @Test
  void batchesInWhichSomethingWouldNotLearn() {
    assertFitRefused(
        infoGanCr().setBatchSize(1),
        sprites(),
        "parameter batchSize: found 1; expected at least 2, because layer fc1_bn of network G"
            + " normalises over the batch");
    assertRefused(
        () -> new InfoGan().setPreset("small32").setBatchSize(1).fit(sprites()),
        "at least 2, because layer");
    assertRefused(
        () -> new InfoGan().setPreset("mnist28").setPackSize(2).setBatchSize(2).fit(sprites()),
        "at least 4, because layer",
        "of network P normalises over the batch of packs of 2 images");
    assertRefused(
        () -> new BetaTcVae().setPreset("small32").setBatchSize(1).fit(sprites()),
        "at least 2, because the total correlation is estimated within the batch");
    assertRefused(
        () -> new FactorVae().setPreset("small32").setBatchSize(1).fit(sprites()),
        "at least 2, because codes are shuffled within the batch");
    InfoGanCrNetworks preset = InfoGanCrPreset.SMALL32.networks(new LatentSpace(2, 2));
    assertFitRefused(
        infoGanCr().setArchitecture(NetworksJson.write(preset)).setBatchSize(1),
        sprites(),
        "parameter batchSize");
  }

  @Test
  void schedulesThatCannotHappen() {
    assertFitRefused(
        infoGanCr().setCrStart(4), sprites(), "parameter crStart", "found 4", "maxIter (4)");
    assertFitRefused(
        infoGanCr().setGapSwitch(1), sprites(), "parameter gapSwitch", "found 1", "crStart (2)");
    assertFitRefused(
        infoGanCr().setAlphaRise(3), sprites(), "parameter alphaRise", "found 3", "maxIter (4)");
    assertFitRefused(
        infoGanCr().setGapSwitch(3).setGapFall(2),
        sprites(),
        "parameter gapFall",
        "found 2",
        "gapSwitch (3)");
    assertFitRefused(
        infoGanCr().setGapSwitch(Long.MAX_VALUE).setGapFall(1),
        sprites(),
        "parameter gapFall",
        "never changes");
    assertFitRefused(
        infoGanCr().setGapSwitch(4), sprites(), "parameter gapSwitch", "found 4", "maxIter (4)");
  }

  @Test
  void architecturesThatMakeNoSense() {
    String own = NetworksJson.write(InfoGanCrPreset.SMALL32.networks(new LatentSpace(2, 2)));
    refusedArchitecture("{\"generator\":", "architecture", "NetworksJson.write");
    refusedArchitecture("null", "architecture", "imageShape");
    refusedArchitecture("{}", "architecture");
    refusedArchitecture(own.replace("\"kernel\"", "\"kernal\""), "architecture", "kernal");
    refusedArchitecture(own.replace("\"stride\":2", "\"stride\":0"), "layer");
    refusedArchitecture(own.replace("\"height\":32", "\"height\":16"), "values");
    assertFitRefused(
        infoGanCr().setNumCodes(3).setArchitecture(own),
        sprites(),
        "parameter architecture",
        "G of 4 inputs",
        "5 inputs, with numCodes = 3 and noiseDim = 2");
  }

  private static void refusedArchitecture(String json, String... parts) {
    assertFitRefused(infoGanCr().setArchitecture(json), sprites(), "parameter architecture");
    assertFitRefused(infoGanCr().setArchitecture(json), sprites(), parts);
  }
}
