// SPDX-License-Identifier: Apache-2.0
package org.disentangle.evaluator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.ml.tuning.TrainValidationSplitModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.toy.FactorEncoder;
import org.disentangle.testing.toy.FactorEncoderModel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The evaluator and a stage with data inside Spark's tuning, saved and loaded. */
@Tag("train")
class TuningTest {

  private final FactorEncoder encoder = new FactorEncoder();
  private final FactorVaeEvaluator evaluator = new FactorVaeEvaluator().setNumVotes(60);
  private final ParamMap[] grid =
      new ParamGridBuilder().addGrid(encoder.noise(), new double[] {50, 0, 4}).build();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void crossValidatorFindsTheBestAndIsKept(int parallelism) throws IOException {
    CrossValidator validator =
        new CrossValidator()
            .setEstimator(encoder)
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .setFoldCol("fold")
            .setParallelism(parallelism)
            .setCollectSubModels(true);
    validator.save(path("validator"));
    CrossValidator loaded = CrossValidator.load(path("validator"));
    assertEquals(60, ((FactorVaeEvaluator) loaded.getEvaluator()).getNumVotes());
    assertEquals(3, loaded.getEstimatorParamMaps().length);

    CrossValidatorModel fitted = loaded.fit(factors());
    assertEquals(1.0, fitted.avgMetrics()[1]);
    assertTrue(fitted.avgMetrics()[0] < 0.9, () -> "score " + fitted.avgMetrics()[0]);
    assertEquals(0.0, ((FactorEncoderModel) fitted.bestModel()).getNoise());

    fitted.save(path("fitted"));
    CrossValidatorModel back = CrossValidatorModel.load(path("fitted"));
    assertEquals(4.0, ((FactorEncoderModel) back.subModels()[1][2]).getNoise());
    assertEquals(
        fitted.transform(factors()).collectAsList(), back.transform(factors()).collectAsList());
  }

  @Test
  void crossValidatorOverAPipeline() {
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {encoder});
    CrossValidatorModel fitted =
        new CrossValidator()
            .setEstimator(pipeline)
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(grid)
            .setNumFolds(2)
            .fit(factors());
    assertEquals(1.0, fitted.avgMetrics()[1]);
  }

  @Test
  void trainValidationSplitFindsTheBestAndIsKept() throws IOException {
    TrainValidationSplitModel fitted =
        new TrainValidationSplit()
            .setEstimator(encoder)
            .setEvaluator(evaluator)
            .setEstimatorParamMaps(grid)
            .setParallelism(2)
            .setSeed(3)
            .fit(factors());
    assertEquals(1.0, fitted.validationMetrics()[1]);
    fitted.save(path("split"));
    TrainValidationSplitModel back = TrainValidationSplitModel.load(path("split"));
    assertEquals(0.0, ((FactorEncoderModel) back.bestModel()).getNoise());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Dataset<Row> factors() {
    return SharedSpark.session()
        .range(0, 240, 1, 2)
        .selectExpr(
            "id % 3 as factor_a",
            "(id div 3) % 4 as factor_b", "cast((id div 12) % 2 as int) as fold");
  }
}
