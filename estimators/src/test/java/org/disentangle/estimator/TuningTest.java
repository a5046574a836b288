// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.evaluator;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.QuietSpark;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Grids over lambda and alpha in Spark's own model selection, saved and loaded. */
@Tag("train")
class TuningTest {

  private final AtomicInteger rounds = new AtomicInteger();
  private final InfoGanCr estimator =
      infoGanCr()
          .setMaxIter(2)
          .setCrStart(0)
          .setAppendGenerated(false)
          .addListener(
              (round, progress) -> {
                rounds.incrementAndGet();
                return Wish.CONTINUE;
              });
  private final Dataset<Row> data =
      sprites().withColumn("fold", functions.expr("pmod(hash(value_posX, value_posY), 2)")).cache();

  @TempDir Path folder;

  private ParamMap[] grid(double[] lambdas, double... alphas) {
    return new ParamGridBuilder()
        .addGrid(estimator.lambda(), lambdas)
        .addGrid(estimator.alpha(), alphas)
        .build();
  }

  private CrossValidator validator(int parallelism) {
    return new CrossValidator()
        .setEstimator(estimator)
        .setEvaluator(evaluator())
        .setEstimatorParamMaps(grid(new double[] {0.05, 0.5}, 2))
        .setNumFolds(2)
        .setFoldCol("fold")
        .setParallelism(parallelism)
        .setCollectSubModels(true);
  }

  @Test
  void crossValidationIsTheSameInParallelAndKeepsItsModels() throws Exception {
    CrossValidatorModel fitted = validator(1).fit(data);
    assertEquals(2 * 2 + 1, rounds.get(), "one round in two folds of two fits, and the best");
    assertArrayEquals(fitted.avgMetrics(), validator(2).fit(data).avgMetrics());
    assertTrue(Arrays.stream(fitted.avgMetrics()).allMatch(score -> score > 0 && score <= 1));
    InfoGanCrModel[][] models = new InfoGanCrModel[2][2];
    for (int fold = 0; fold < 2; fold++) {
      for (int point = 0; point < 2; point++) {
        models[fold][point] = (InfoGanCrModel) fitted.subModels()[fold][point];
      }
    }
    assertEquals(
        4,
        Arrays.stream(models)
            .flatMap(Arrays::stream)
            .map(model -> model.data().state())
            .distinct()
            .count());

    validator(1).save(folder.resolve("validator").toString());
    CrossValidator back = CrossValidator.load(folder.resolve("validator").toString());
    assertEquals(2, back.getEstimatorParamMaps().length);
    assertEquals(2L, ((InfoGanCr) back.getEstimator()).getMaxIter());

    fitted.save(folder.resolve("fitted").toString());
    CrossValidatorModel loaded = CrossValidatorModel.load(folder.resolve("fitted").toString());
    assertArrayEquals(fitted.avgMetrics(), loaded.avgMetrics());
    assertEquals(fitted.transform(data).collectAsList(), loaded.transform(data).collectAsList());
    assertEquals(models[1][1].data(), ((InfoGanCrModel) loaded.subModels()[1][1]).data());
  }

  @Test
  void trainValidationSplit() throws Exception {
    TrainValidationSplit split =
        new TrainValidationSplit()
            .setEstimator(estimator)
            .setEvaluator(evaluator())
            .setEstimatorParamMaps(grid(new double[] {0.2}, 0, 1))
            .setTrainRatio(0.6)
            .setSeed(4);
    split.save(folder.resolve("split").toString());
    TrainValidationSplitModel fitted =
        TrainValidationSplit.load(folder.resolve("split").toString()).fit(data);
    assertEquals(2, fitted.validationMetrics().length);
    fitted.save(folder.resolve("fitted").toString());
    assertEquals(
        fitted.transform(data).collectAsList(),
        TrainValidationSplitModel.load(folder.resolve("fitted").toString())
            .transform(data)
            .collectAsList());
  }

  @Test
  void aCheckpointDirectoryIsForOneFitOnly() {
    estimator.setCheckpointDir(folder.resolve("checkpoints").toString());
    Throwable failure;
    QuietSpark quiet = new QuietSpark();
    try (quiet) {
      failure = assertThrows(Exception.class, () -> validator(1).fit(data));
    }
    while (!(failure instanceof IllegalArgumentException)) {
      failure = failure.getCause();
    }
    String message = failure.getMessage();
    assertTrue(message.startsWith("infoGanCr_test: The checkpoint directory "), message);
    assertTrue(message.contains("/checkpoints is not empty"), message);
    assertTrue(message.contains("CrossValidator fits several times"), message);
    assertEquals(1, rounds.get(), "only the first fit ran");
  }
}
