// SPDX-License-Identifier: Apache-2.0
package org.disentangle.estimator;

import static org.disentangle.estimator.TinyTraining.assertFitRefused;
import static org.disentangle.estimator.TinyTraining.evaluator;
import static org.disentangle.estimator.TinyTraining.infoGanCr;
import static org.disentangle.estimator.TinyTraining.sprites;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.disentangle.error.InvalidInputException;
import org.disentangle.evaluator.FactorVaeEvaluator;
import org.disentangle.evaluator.MutualInformationEvaluator;
import org.disentangle.model.InfoGanCrModel;
import org.disentangle.testing.SharedSpark;
import org.disentangle.train.RoundRecord;
import org.disentangle.train.TrainingListener.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a training is scored on its way, and what becomes of the scores. */
@Tag("train")
class WatchingTest {

  private static final double NAN = Double.NaN;
  private static final double ERROR = Double.POSITIVE_INFINITY;

  @TempDir Path folder;

  /** Scores that fail on purpose are warned of. */
  @BeforeAll
  static void beQuiet() {
    SharedSpark.session();
    Configurator.setLevel(ModelScorer.class.getName(), Level.ERROR);
  }

  @AfterAll
  static void beAsBefore() {
    Configurator.setLevel(ModelScorer.class.getName(), (Level) null);
  }

  /** Rounds end at 1, 2, 3 and 4. */
  private static InfoGanCr everyIteration() {
    return infoGanCr().setAveragingFrequency(1).setEvaluationInterval(1);
  }

  private static List<Map<String, Double>> curve(InfoGanCrModel model) {
    return model.summary().rounds().stream().map(RoundRecord::metrics).toList();
  }

  @Test
  void scoresStandInTheHistoryUnderTheNamesOfTheirMetrics() {
    MutualInformationEvaluator mig = new MutualInformationEvaluator().setBins(5);
    InfoGanCrModel model =
        infoGanCr()
            .setAveragingFrequency(1)
            .setEvaluators(evaluator(), mig, evaluator().setSeed(7))
            .setEvaluationInterval(2)
            .fit(sprites());
    List<Map<String, Double>> curve = curve(model);
    assertEquals(Map.of(), curve.get(0));
    assertEquals(Map.of(), curve.get(2));
    assertEquals(List.of("factor_vae", "mig", "factor_vae_2"), List.copyOf(curve.get(1).keySet()));
    Dataset<Row> made = model.transform(sprites());
    assertEquals(evaluator().evaluate(made), curve.get(3).get("factor_vae"));
    assertEquals(mig.evaluate(made), curve.get(3).get("mig"));
    assertEquals(evaluator().setSeed(7).evaluate(made), curve.get(3).get("factor_vae_2"));
    Row last = model.summary().toDataFrame(sprites().sparkSession()).where("round = 4").first();
    assertEquals(curve.get(3).get("mig"), last.<Double>getAs("mig"));
  }

  @Test
  void withoutAnEvaluatorTheModelIsComparedWithItself() {
    InfoGanCrModel model = infoGanCr().setEvaluationInterval(4).fit(sprites());
    double score = curve(model).get(1).get("self_agreement");
    assertTrue(score >= 0 && score <= 1, () -> "self_agreement " + score);
  }

  @Test
  void nothingIsScoredUnlessItIsAskedFor() {
    assertEquals(List.of(), infoGanCr().fit(sprites()).summary().metricNames());
    assertEquals(
        List.of(),
        infoGanCr()
            .setEvaluators(evaluator())
            .setEvaluationInterval(0)
            .fit(sprites())
            .summary()
            .metricNames());
  }

  @Test
  void aScoreThatFailsDoesNotLoseTheTraining() {
    ScriptedEvaluator failing = new ScriptedEvaluator(true, ERROR, .5, NAN, ERROR);
    InfoGanCrModel model = everyIteration().setEvaluators(failing).fit(sprites());
    assertEquals(
        List.of(NAN, .5, NAN, NAN),
        curve(model).stream().map(scores -> scores.get("ScriptedEvaluator")).toList());
    assertEquals(
        everyIteration().setEvaluationInterval(0).fit(sprites()).data().state(),
        model.data().state());
  }

  @Test
  void theBestModelIsReturnedByWhatTheEvaluatorCallsBetter() {
    assertEquals(2, best(new ScriptedEvaluator(true, .1, .3, NAN, .2)));
    assertEquals(1, best(new ScriptedEvaluator(false, .1, .3, ERROR, .2)));
    assertEquals(4, best(new ScriptedEvaluator(false, NAN, ERROR, NAN, ERROR)));
    InfoGanCrModel best =
        everyIteration()
            .setEvaluators(new ScriptedEvaluator(true, .1, .3, .3, .2))
            .setKeepBest(true)
            .fit(sprites());
    InfoGanCr stopped = everyIteration().setEvaluationInterval(0);
    stopped.addListener((round, progress) -> round.iteration() == 2 ? Wish.STOP : Wish.CONTINUE);
    assertEquals(stopped.fit(sprites()).data().state(), best.data().state());
    assertEquals(4, best.summary().last().iteration(), "the history is that of the whole training");
  }

  private static long best(ScriptedEvaluator evaluator) {
    InfoGanCr estimator = everyIteration().setEvaluators(evaluator).setKeepBest(true);
    return estimator.fit(sprites()).data().state().iteration();
  }

  @Test
  void aTrainingThatGetsNoBetterEnds() {
    InfoGanCrModel model =
        everyIteration()
            .setEvaluators(new ScriptedEvaluator(true, .3, .2, .3, .4))
            .setEvaluationPatience(2)
            .fit(sprites());
    assertEquals(3, model.data().state().iteration());
  }

  @Test
  void rowsThatAreScoredAreNotTrainedOn() {
    Dataset<Row> rows = sprites().withColumn("held", functions.expr("value_posX < 0.2"));
    Dataset<Row> others = sprites().where("not value_posX < 0.2");
    ScriptedEvaluator counting = new ScriptedEvaluator(true, .1, .1, .1, .1);
    InfoGanCrModel model =
        everyIteration()
            .setEvaluators(counting)
            .setValidationIndicatorCol("held")
            .fit(rows.repartition(3));
    assertEquals(rows.where("held").count(), counting.rows());
    assertEquals(others.count(), model.trainedWith().data().images());
    assertEquals(
        everyIteration().setEvaluationInterval(0).fit(others).data().state(), model.data().state());
    Dataset<Row> unknown =
        rows.withColumn("held", functions.expr("if(value_posX < 0.2, true, null)"));
    assertEquals(
        others.count(),
        infoGanCr().setValidationIndicatorCol("held").fit(unknown).trainedWith().data().images(),
        "rows of which it is not known are trained on");
  }

  /** The same rows of the same data, however they lie. */
  @Test
  void theSampleIsThatOfTheRows() {
    Dataset<Row> rows = sprites().sparkSession().range(0, 25_000).selectExpr("id", "id % 7 as a");
    List<Row> one = sample(rows.coalesce(1));
    assertEquals(ValidationRows.SAMPLE, one.size());
    assertEquals(one, sample(rows.repartition(5)));
  }

  private static List<Row> sample(Dataset<Row> rows) {
    return ValidationRows.of(infoGanCr(), 2, rows).scored().sort("id").collectAsList();
  }

  @Test
  void evaluatorsAreSavedWithTheirParams() throws Exception {
    RegressionEvaluator ofSpark = new RegressionEvaluator("ofSpark").setMetricName("mae");
    Evaluator ours = new FactorVaeEvaluator("ours").setNumVotes(9);
    InfoGanCr estimator =
        infoGanCr().setEvaluators(ofSpark, ours, new Brightness("own")).setKeepBest(true);
    estimator.save(folder.resolve("estimator").toString());
    InfoGanCr loaded = InfoGanCr.load(folder.resolve("estimator").toString());
    Evaluator[] evaluators = loaded.getEvaluators();
    assertEquals("mae", ((RegressionEvaluator) evaluators[0]).getMetricName());
    assertEquals(9, ((FactorVaeEvaluator) evaluators[1]).getNumVotes());
    assertEquals("own", ((Brightness) evaluators[2]).uid());
    assertTrue(loaded.getKeepBest());
    InfoGanCr unsavable = infoGanCr().setEvaluators(new ScriptedEvaluator(true));
    String refusal =
        assertThrows(
                InvalidInputException.class,
                () -> unsavable.save(folder.resolve("unsavable").toString()))
            .getMessage();
    assertTrue(refusal.contains("parameter evaluators: found "), refusal);
    assertTrue(refusal.contains("ScriptedEvaluator"), refusal);
  }

  /** Nothing of a class that is no Evaluator runs. */
  @Test
  void whatIsSavedAsAnEvaluatorHasToBeOne() {
    for (String type :
        List.of("java.lang.String", "not.there", ScriptedEvaluator.class.getName())) {
      String refusal =
          assertThrows(
                  InvalidInputException.class,
                  () -> infoGanCr().evaluators().jsonDecode("[{\"class\":\"" + type + "\"}]"))
              .getMessage();
      assertTrue(
          refusal.startsWith(
              "infoGanCr_test: parameter evaluators: found '" + type + "'; expected an Evaluator"),
          refusal);
    }
  }

  /** A model knows by what it was chosen, and trains again in the same way. */
  @Test
  void aLoadedModelKnowsItsEvaluators() throws Exception {
    InfoGanCr estimator =
        infoGanCr()
            .setEvaluators(evaluator(), new MutualInformationEvaluator().setMetricName("dcimig"))
            .setEvaluationInterval(2)
            .setKeepBest(true);
    InfoGanCrModel model = estimator.fit(sprites());
    model.save(folder.resolve("model").toString());
    InfoGanCrModel loaded = InfoGanCrModel.load(folder.resolve("model").toString());
    assertEquals(model.summary(), loaded.summary());
    assertTrue(
        loaded.toString().contains(", evaluators FactorVaeEvaluator+dcimig, "), loaded::toString);
    InfoGanCrModel again = loaded.trainedWith().estimator(InfoGanCr.class).fit(sprites());
    assertEquals(curve(model), curve(again));
    assertEquals(model.data().state(), again.data().state());
  }

  @Test
  void listenersGetTheModelOfEachEvaluation() {
    List<Long> iterations = new ArrayList<>();
    List<Integer> codes = new ArrayList<>();
    InfoGanCr estimator = everyIteration().setEvaluators(evaluator()).setEvaluationInterval(2);
    estimator.addModelListener(
        (iteration, model, scores) -> {
          iterations.add(iteration);
          codes.add(((InfoGanCrModel) model).numCodes());
          assertEquals(List.of("factor_vae"), List.copyOf(scores.keySet()));
        });
    estimator.copy(ParamMap.empty()).fit(sprites());
    assertEquals(List.of(2L, 4L), iterations);
    assertEquals(List.of(2, 2), codes);
  }

  @Test
  void whatCannotBeWatchedIsRefused() {
    assertFitRefused(
        infoGanCr().setValidationIndicatorCol("held"), sprites(), "column 'held'", "columns ");
    assertFitRefused(
        infoGanCr().setValidationIndicatorCol("value_posX"),
        sprites(),
        "column 'value_posX'",
        "boolean");
    assertFitRefused(
        infoGanCr().setEvaluationInterval(1).setValidationIndicatorCol("held"),
        sprites().withColumn("held", functions.lit(false)),
        "no row in which held is true",
        "at least one to score");
    assertFitRefused(
        infoGanCr().setEvaluationInterval(0).setKeepBest(true),
        sprites(),
        "parameter evaluationInterval: found 0; expected at least 1");
    assertThrows(InvalidInputException.class, () -> infoGanCr().setEvaluators(evaluator(), null));
    StyleContentVaeGan withoutCodes =
        new StyleContentVaeGan()
            .setPreset("small32")
            .setLabelCol("factor_shape")
            .setEvaluationInterval(1);
    String refusal =
        assertThrows(InvalidInputException.class, () -> withoutCodes.fit(sprites())).getMessage();
    assertTrue(refusal.contains("parameter evaluators"), refusal);
  }
}
