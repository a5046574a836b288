// SPDX-License-Identifier: Apache-2.0
package org.disentangle.examples.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.Params;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.TrainValidationSplit;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.testing.SharedSpark;
import org.disentangle.testing.StageContract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every stage inside Spark's own Pipeline, CrossValidator and TrainValidationSplit, saved there.
 */
@Tag("contract")
class EveryStageInPipelinesTest {

  @TempDir Path folder;

  private static List<DynamicTest> each(Class<?> kind, Function<Params, Check> check) {
    return EveryStageContractTest.stages().stream()
        .filter(kind::isInstance)
        .map(stage -> dynamicTest(stage.getClass().getSimpleName(), () -> check.apply(stage).run()))
        .toList();
  }

  private interface Check {
    void run() throws Exception;
  }

  @TestFactory
  List<DynamicTest> fittedPipelinesAreSavedAndLoaded() {
    return each(
        PipelineStage.class,
        stage ->
            () -> {
              Dataset<Row> input = StageInputs.of(stage);
              PipelineModel fitted = pipeline((PipelineStage) stage).fit(input);
              String path = path(stage, "model");
              fitted.save(path);
              PipelineModel loaded = PipelineModel.load(path);
              assertSameStage(fitted.stages()[0], loaded.stages()[0]);
              assertEquals(rows(fitted, input), rows(loaded, input));
            });
  }

  /** With them, pipelines that are not fitted are saved and loaded as well. */
  @TestFactory
  List<DynamicTest> crossValidatorsOverEveryStageAreSavedAndLoaded() {
    return each(
        PipelineStage.class,
        stage ->
            () -> {
              String path = path(stage, "validator");
              new CrossValidator()
                  .setEstimator(pipeline((PipelineStage) stage))
                  .setEvaluator(new FactorVaeEvaluator())
                  .setEstimatorParamMaps(new ParamMap[] {own(stage)})
                  .save(path);
              CrossValidator loaded = CrossValidator.load(path);
              Pipeline pipeline = (Pipeline) loaded.getEstimator();
              assertSameStage(stage, pipeline.getStages()[0]);
              assertEquals(own(stage).size(), loaded.getEstimatorParamMaps()[0].size());
            });
  }

  @TestFactory
  List<DynamicTest> splitsWithEveryEvaluatorAreSavedAndLoaded() {
    return each(
        Evaluator.class,
        evaluator ->
            () -> {
              String path = path(evaluator, "split");
              new TrainValidationSplit()
                  .setEstimator(new Pipeline().setStages(new PipelineStage[0]))
                  .setEvaluator((Evaluator) evaluator)
                  .setEstimatorParamMaps(new ParamMap[] {new ParamMap()})
                  .save(path);
              assertSameStage(evaluator, TrainValidationSplit.load(path).getEvaluator());
            });
  }

  /** Its queries are compiled, those of the first are not. */
  @TestFactory
  List<DynamicTest> aSecondSessionIsServedToo() {
    return each(
        Transformer.class,
        stage ->
            () -> {
              Dataset<Row> input = StageInputs.of(stage);
              String view = "input_" + stage.getClass().getSimpleName();
              input.createOrReplaceGlobalTempView(view);
              SparkSession second = SharedSpark.compiling();
              Dataset<Row> same = second.table("global_temp." + view);
              Dataset<Row> output = ((Transformer) stage).transform(same);
              assertSame(second, output.sparkSession());
              assertEquals(rows((Transformer) stage, input), output.toJSON().collectAsList());
            });
  }

  private String path(Params stage, String name) {
    return folder.resolve(stage.getClass().getSimpleName()).resolve(name).toString();
  }

  private static Pipeline pipeline(PipelineStage stage) {
    return new Pipeline().setStages(new PipelineStage[] {stage});
  }

  private static List<String> rows(Transformer transformer, Dataset<Row> input) {
    return transformer.transform(input).toJSON().collectAsList();
  }

  /** A grid of one point: all values that are set. */
  private static ParamMap own(Params stage) {
    return stage.extractParamMap();
  }

  private static void assertSameStage(Params expected, Params actual) {
    assertSame(expected.getClass(), actual.getClass());
    assertEquals(expected.uid(), actual.uid());
    assertEquals(StageContract.values(expected), StageContract.values(actual));
  }
}
